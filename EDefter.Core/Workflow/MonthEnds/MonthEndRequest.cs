using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.MonthEnds;

/// <summary>What a month-end job was asked for. Month and approval are its identity: the same approval closes a month once.</summary>
public sealed record MonthEndRequest(Period Period, AutoClose Approval);
