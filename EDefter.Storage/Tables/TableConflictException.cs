namespace EDefter.Storage.Tables;

/// <summary>A condition of a transaction did not hold (another writer came first); nothing was written.</summary>
public sealed class TableConflictException(string message, Exception? inner = null) : Exception(message, inner);
