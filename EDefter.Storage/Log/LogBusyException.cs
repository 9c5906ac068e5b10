namespace EDefter.Storage.Log;

/// <summary>A commit lost against other writers as often as it may: a fault of the moment, worth repeating the request.</summary>
public sealed class LogBusyException(string partition) : Exception("Too many writers on " + partition + ".");
