using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Days of one fiscal year.</summary>
public sealed record YearPart(FiscalYear Year, DateOnly From, DateOnly To);
