namespace EDefter.Tests.Simulation;

/// <summary>The storage did not answer, and the client library has given up: what a caller meets as 500.</summary>
internal sealed class StorageFaultException(Mishap mishap) : IOException("Storage: " + mishap);
