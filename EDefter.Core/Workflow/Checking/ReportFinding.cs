using EDefter.Core.Rules;
using EDefter.Core.Workflow.Acknowledging;

namespace EDefter.Core.Workflow.Checking;

/// <summary>A finding as it stands in a report: with the offer to repair it and the link into the ERP.</summary>
public sealed record ReportFinding
{
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    public string? VoucherId { get; init; }

    public string? VoucherNumber { get; init; }

    public DateOnly? Date { get; init; }

    public int? Line { get; init; }

    public string? Field { get; init; }

    public required string Message { get; init; }

    public required string Remedy { get; init; }

    public required string Source { get; init; }

    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where the fault probably comes from, the likeliest first; absent when nothing is known.</summary>
    public IReadOnlyList<string>? Trail { get; init; }

    public required RepairOffer Repair { get; init; }

    public string? Link { get; init; }

    /// <summary>Who let it stand; joined when the report is read, never kept with it.</summary>
    public FindingAcknowledgement? Acknowledged { get; init; }

    /// <summary>What the rule said, without offer and link.</summary>
    public Finding ToFinding() => new()
    {
        Rule = Rule,
        Severity = Severity,
        VoucherId = VoucherId,
        VoucherNumber = VoucherNumber,
        Date = Date,
        Line = Line,
        Field = Field,
        Message = Message,
        Remedy = Remedy,
        Source = Source,
        Values = Values,
        RepairClass = Repair.Class,
        Trail = Trail ?? [],
    };

    /// <param name="finding">What the rule said.</param>
    /// <param name="linkTemplate">The company's link into its ERP, or null.</param>
    /// <param name="isOffered">Muhasebe Bakım has something to offer for it.</param>
    public static ReportFinding Of(Finding finding, string? linkTemplate, bool isOffered = false) => new()
    {
        Rule = finding.Rule,
        Severity = finding.Severity,
        VoucherId = finding.VoucherId,
        VoucherNumber = finding.VoucherNumber,
        Date = finding.Date,
        Line = finding.Line,
        Field = finding.Field,
        Message = finding.Message,
        Remedy = finding.Remedy,
        Source = finding.Source,
        Values = finding.Values,
        Trail = finding.Trail.Count > 0 ? finding.Trail : null,
        Repair = new RepairOffer(finding.RepairClass, isOffered),
        Link = finding.VoucherId is { } id ? linkTemplate?.Replace("{voucherId}", Uri.EscapeDataString(id), StringComparison.Ordinal) : null,
    };
}
