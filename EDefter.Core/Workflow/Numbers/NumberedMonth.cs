using EDefter.Core.Companies;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>Numbers worked out, with what they were worked out from.</summary>
/// <param name="Numbers">The numbers.</param>
/// <param name="Chart">The names of accounts that archives will carry: the chart's, and those on lines where it has none.</param>
/// <param name="Contents">The vouchers they belong to.</param>
public sealed record NumberedMonth(Numbering Numbers, ChartOfAccounts? Chart, MonthContents Contents);
