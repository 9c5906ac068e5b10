using System.Globalization;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Repairs;

/// <summary>A run with one page of its changes: <c>?page=&amp;size=</c>, and only those of a rule with <c>?rule=</c>. A plan may have hundreds of thousands.</summary>
public static class RepairPage
{
    private const int SizeDefault = 1000;
    private const int SizeMost = 5000;

    public static IActionResult Answer(HttpRequest request, Outcome<RepairRunView> run, string path) => run.Answer(view => new WireResult(Take(request, view, path)));

    private static RepairRunView Take(HttpRequest request, RepairRunView view, string path)
    {
        var query = request.Query;
        var page = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : 1;
        var size = int.TryParse(query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, SizeMost) : SizeDefault;
        var rule = query["rule"].ToString();
        var changes = rule.Length == 0 ? view.Changes : [.. view.Changes.Where(change => string.Equals(change.Rule, rule, StringComparison.Ordinal))];
        var first = (page - 1L) * size;
        var isLast = first + size >= changes.Count;
        return view with
        {
            Changes = [.. changes.Skip((int)Math.Min(first, changes.Count)).Take(size)],
            Next = isLast ? null : string.Create(CultureInfo.InvariantCulture, $"{path}?page={page + 1}&size={size}{(rule.Length == 0 ? string.Empty : $"&rule={Uri.EscapeDataString(rule)}")}"),
        };
    }
}
