namespace EDefter.Core.Workflow.Ports;

/// <summary>Room on this machine for what must be read from its end and must not stand in memory.</summary>
public interface IScratch
{
    /// <summary>An empty stream that can be written, read and sought in; what is in it is gone when it is disposed.</summary>
    Stream Create();
}
