using System.Globalization;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>What another archive of the month says differently, by voucher and field (<c>?page=&amp;size=</c>).</summary>
public sealed class GetArchiveDiff(ArchiveDiffs diffs)
{
    private const int SizeDefault = 100;
    private const int SizeMax = 1_000;
    private const int PageMax = 1_000_000;

    [Function(nameof(GetArchiveDiff))]
    [Unaudited("it shows differences and hands no archive out")]
    [Access(Role.Accountant, Role.Integrator)]
    [Query("page", "From 1.")]
    [Query("size", "Items of a page.")]
    [Answers(typeof(ArchiveDiffBody))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/periods/{p}/archives/{id}/diff/{other}")] HttpRequest request, string co, string br, string p, string id, string other, CancellationToken cancellationToken)
    {
        var page = Asked(request, "page", 1, PageMax);
        var size = Asked(request, "size", SizeDefault, SizeMax);
        var diff = await diffs.CompareAsync(co, br, p, id, other, page, size, cancellationToken);
        return diff.Answer(found => new WireResult(ArchiveDiffBody.Of(found, found.HasMore ? string.Create(CultureInfo.InvariantCulture, $"/api/companies/{co}/{br}/periods/{p}/archives/{id}/diff/{other}?page={page + 1}&size={size}") : null)));
    }

    private static int Asked(HttpRequest request, string name, int otherwise, int most) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, most) : otherwise;
}
