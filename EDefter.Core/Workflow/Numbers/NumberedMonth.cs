using EDefter.Core.Companies;
using EDefter.Core.Journal;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Numbers worked out, with the chart of accounts whose names were checked with them.</summary>
public sealed record NumberedMonth(Numbering Numbers, ChartOfAccounts? Chart);
