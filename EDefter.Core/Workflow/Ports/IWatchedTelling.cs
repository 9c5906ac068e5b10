namespace EDefter.Core.Workflow.Ports;

/// <summary>A try to tell a webhook something that is being watched. One that is disposed of without an end was interrupted.</summary>
public interface IWatchedTelling : IDisposable
{
    /// <param name="outcome">What came of it.</param>
    void End(HookOutcome outcome);
}
