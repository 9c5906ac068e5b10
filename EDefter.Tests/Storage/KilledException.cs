namespace EDefter.Tests.Storage;

/// <summary>The process died here.</summary>
internal sealed class KilledException() : Exception("killed");
