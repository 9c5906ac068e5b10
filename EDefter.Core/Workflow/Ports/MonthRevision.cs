using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

public sealed record MonthRevision(Period Period, long Revision);
