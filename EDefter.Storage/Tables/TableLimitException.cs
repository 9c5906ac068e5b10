namespace EDefter.Storage.Tables;

/// <summary>A transaction that the service refuses whatever the table holds. Azurite takes it, so <see cref="BatchPlanner"/> refuses first.</summary>
public sealed class TableLimitException(string message) : Exception(message);
