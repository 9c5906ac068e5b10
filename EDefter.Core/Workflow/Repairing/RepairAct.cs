using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>One entry of a run's history; nothing is ever deleted from it.</summary>
/// <param name="Kind"><c>plan</c>, <c>apply</c> or <c>undo</c>.</param>
/// <param name="By">The person's name.</param>
/// <param name="At">When.</param>
/// <param name="Changes">How many changes it made or took back.</param>
/// <param name="Asked">Identity of what was asked, so that the same request finds its own act again.</param>
public sealed record RepairAct(string Kind, string By, DateTimeOffset At, int Changes, string Asked)
{
    /// <summary>Whether the job did this, in whichever of its askings.</summary>
    public bool IsOf(Job job) => Asked.StartsWith(job.Id + "-", StringComparison.Ordinal);
}
