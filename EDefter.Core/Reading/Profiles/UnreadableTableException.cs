namespace EDefter.Core.Reading.Profiles;

/// <summary>Nothing can be read from a table, for a reason that its sender can mend; its message is Turkish and says how.</summary>
public sealed class UnreadableTableException(string message, Exception? cause = null) : Exception(message, cause);
