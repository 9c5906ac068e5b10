namespace EDefter.Tests.Simulation;

/// <summary>The connection broke off because the process at its other end died.</summary>
internal sealed class ProcessDiedException() : IOException("The process died.");
