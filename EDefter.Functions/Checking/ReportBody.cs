using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Functions.Checking;

/// <summary>A report’s head on the wire.</summary>
public sealed record ReportBody(
    string Company,
    string Branch,
    Period? Period,
    DateOnly From,
    DateOnly To,
    long? Revision,
    MonthState State,
    DateTimeOffset CheckedAt,
    DateOnly AsOf,
    string RulePack,
    MonthTotals Totals,
    FindingCounts Counts,
    IReadOnlyList<RuleCoverage> Coverage,
    IReadOnlyList<ReportFinding> Findings,
    string? Next)
{
    public static ReportBody Of(CheckReport head, IReadOnlyList<ReportFinding> findings, string? next) => new(
        head.Company, head.Branch, head.Period, head.From, head.To, head.Revision, head.State, head.CheckedAt, head.AsOf, head.RulePack, head.Totals, head.Counts, head.Coverage, findings, next);
}
