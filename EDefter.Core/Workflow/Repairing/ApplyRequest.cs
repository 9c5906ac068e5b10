using EDefter.Core.Companies;
using EDefter.Core.Repairs;

namespace EDefter.Core.Workflow.Repairing;

public sealed record ApplyRequest(Period Period, string Run, Acceptance Accept);
