using System.Globalization;
using EDefter.Core.Workflow.Auditing;

namespace EDefter.Functions.Auditing;

/// <summary>A page of an audit trail.</summary>
/// <param name="Items">By place.</param>
/// <param name="Next">Path of the next page; absent on the last one.</param>
public sealed record AuditPageBody(IReadOnlyList<AuditItem> Items, string? Next)
{
    public static AuditPageBody Of(AuditPage page, HttpRequest request, int limit) => new(
        [.. page.Lines.Select(AuditItem.Of)],
        page.After is { } after ? string.Create(CultureInfo.InvariantCulture, $"{request.Path}?after={after}&limit={limit}") : null);
}
