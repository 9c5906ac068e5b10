namespace EDefter.Core.Reading.Tables;

/// <summary>A table is larger than may be read, or unpacks to more; its message is a Turkish sentence. What was read before it must not be used.</summary>
public sealed class TableLimitException(string message) : IOException(message);
