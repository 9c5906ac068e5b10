using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>What a planning job ends with; the plan is read from its run.</summary>
public sealed record PlanSummary(string Run, Period Period, long Revision, int Changes, long Unrepairable);
