using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Repairing;

public sealed record PlanRequest(Period Period);
