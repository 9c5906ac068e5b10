using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Checking;

namespace EDefter.Functions.Checking;

/// <summary>Which findings of a report are wanted: <c>?rule=&amp;severity=&amp;voucher=</c>, and which page: <c>?page=&amp;size=</c>.</summary>
public sealed record FindingFilter(string? Rule, Severity? Severity, string? Voucher, int Page, int Size)
{
    private const int SizeDefault = 500;
    private const int SizeMost = 5000;

    public static FindingFilter Read(HttpRequest request)
    {
        var query = request.Query;
        return new FindingFilter(
            Text(query["rule"]),
            Enum.TryParse<Severity>(query["severity"], ignoreCase: true, out var severity) ? severity : null,
            Text(query["voucher"]),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1,
            int.TryParse(query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? Math.Clamp(size, 1, SizeMost) : SizeDefault);
    }

    public bool Wants(ReportFinding finding) =>
        (Rule is null || string.Equals(finding.Rule, Rule, StringComparison.Ordinal))
        && (Severity is null || finding.Severity == Severity)
        && (Voucher is null || string.Equals(finding.VoucherId, Voucher, StringComparison.Ordinal));

    public IAsyncEnumerable<ReportFinding> Apply(IAsyncEnumerable<ReportFinding> findings) => findings.Where(Wants);

    /// <summary>The same request for another page.</summary>
    public static string PathOf(HttpRequest request, int page)
    {
        var kept = request.Query.Where(pair => !string.Equals(pair.Key, "page", StringComparison.OrdinalIgnoreCase)).Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value.ToString())}");
        return $"{request.Path}?{string.Join('&', kept.Append(string.Create(CultureInfo.InvariantCulture, $"page={page}")))}";
    }

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
