using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>The acknowledgements of a book that hold today. Where several cover a finding, the one that says most about it is shown: line, voucher, month, book.</summary>
public sealed class StandingAcknowledgements
{
    private readonly ILookup<(string Rule, string? VoucherId), Acknowledgement> byVoucher;

    /// <param name="standing">Those that hold; withdrawn and expired ones and those of changed vouchers left out.</param>
    public StandingAcknowledgements(IReadOnlyList<Acknowledgement> standing)
    {
        IsEmpty = standing.Count == 0;
        byVoucher = standing.OrderBy(said => said.Line is null).ThenBy(said => said.Period is null).ThenByDescending(said => said.At).ThenBy(said => said.Id, StringComparer.Ordinal).ToLookup(said => (said.Rule, said.VoucherId));
    }

    public bool IsEmpty { get; }

    /// <param name="finding">A finding of a report.</param>
    /// <param name="period">The report's month; null for any other range.</param>
    /// <returns>What lets it stand; null for a finding that nobody acknowledged, and for every error.</returns>
    public FindingAcknowledgement? Find(ReportFinding finding, Period? period)
    {
        if (finding.Severity != Severity.Warning)
            return null;
        var said = byVoucher[(finding.Rule, finding.VoucherId)].FirstOrDefault(candidate => candidate.VoucherId is not null && (candidate.Line is null || candidate.Line == finding.Line))
            ?? byVoucher[(finding.Rule, null)].FirstOrDefault(candidate => candidate.Period is not { } month || month == (period ?? MonthOf(finding)));
        return said is null ? null : new FindingAcknowledgement(said.Id, said.By, said.At, said.Note, said.Until);
    }

    private static Period? MonthOf(ReportFinding finding) => finding.Date is { } day ? Period.Of(day) : null;
}
