namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>The package that was given cannot be used. The message says why, in Turkish, for the report.</summary>
public sealed class GibPackageException(string message, Exception? inner = null) : Exception(message, inner);
