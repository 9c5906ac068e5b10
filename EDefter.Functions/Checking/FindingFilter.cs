using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Checking;

namespace EDefter.Functions.Checking;

/// <summary>Which findings of a report are wanted: <c>?rule=&amp;severity=&amp;voucher=&amp;acknowledged=</c>, and which page: <c>?page=&amp;size=</c>.</summary>
public sealed record FindingFilter(string? Rule, Severity? Severity, string? Voucher, bool? Acknowledged, int Page, int Size)
{
    private const int SizeDefault = 500;
    private const int SizeMost = 5000;

    // A word that is not understood would otherwise show everything, and be taken for the answer.
    public static Outcome<FindingFilter> Read(HttpRequest request)
    {
        var query = request.Query;
        Severity? severity = null;
        if (Text(query["severity"]) is { } word)
        {
            // One name alone: the parser of enums also takes numbers, and "error,warning" for something that no finding is.
            if (!Array.Exists(Enum.GetNames<Severity>(), name => name.Equals(word, StringComparison.OrdinalIgnoreCase)))
                return Refusals.InvalidFilter("severity", word, "error, warning, info");
            severity = Enum.Parse<Severity>(word, ignoreCase: true);
        }

        bool? acknowledged = null;
        if (Text(query["acknowledged"]) is { } answer)
        {
            if (!bool.TryParse(answer, out var said))
                return Refusals.InvalidFilter("acknowledged", answer, "true, false");
            acknowledged = said;
        }

        return new FindingFilter(
            Text(query["rule"]),
            severity,
            Text(query["voucher"]),
            acknowledged,
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            int.TryParse(query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, SizeMost) : SizeDefault);
    }

    public bool Wants(ReportFinding finding) =>
        (Rule is null || string.Equals(finding.Rule, Rule, StringComparison.Ordinal))
        && (Severity is null || finding.Severity == Severity)
        && (Voucher is null || string.Equals(finding.VoucherId, Voucher, StringComparison.Ordinal))
        && (Acknowledged is null || finding.Acknowledged is not null == Acknowledged);

    public IAsyncEnumerable<ReportFinding> Apply(IAsyncEnumerable<ReportFinding> findings) => findings.Where(Wants);

    /// <summary>The same request for another page.</summary>
    public static string PathOf(HttpRequest request, int page)
    {
        var kept = request.Query.Where(pair => !string.Equals(pair.Key, "page", StringComparison.OrdinalIgnoreCase)).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"{request.Path}?{string.Join('&', kept.Append(string.Create(CultureInfo.InvariantCulture, $"page={page}")))}";
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
