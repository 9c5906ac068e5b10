namespace EDefter.Core.Workflow.Ports;

/// <summary>How a job was divided into parts, each of which is a job of its own.</summary>
/// <param name="Id">Derived from all that the parts depend on: another plan's parts are of no use to this one.</param>
/// <param name="Made">How many plans the job has had, this one counted.</param>
/// <param name="Kind">Kind of the parts.</param>
/// <param name="Parts">In the order in which their results are joined.</param>
public sealed record JobPlan(string Id, int Made, string Kind, IReadOnlyList<JobPart> Parts);
