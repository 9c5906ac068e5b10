using System.Globalization;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Filings;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rehearsal;

/// <summary>
/// Holds the yevmiye defteri that was filed (a Y file under its official name, in <c>Content-Disposition</c> or <c>?name=</c>, or a ZIP with the month's parts) against the month, by
/// madde no (<c>?page=&amp;size=</c>). Nothing of it is stored.
/// </summary>
public sealed class PostCompareFiled(FiledComparer comparer)
{
    private const int SizeDefault = 100;
    private const int SizeMax = 1_000;
    private const int PageMax = 1_000_000;

    [Function(nameof(PostCompareFiled))]
    [Unaudited("it compares what was sent and keeps nothing")]
    [Access(Role.Accountant)]
    [Takes("application/octet-stream")]
    [Query("name", "The official file name of a single document; better in the header Content-Disposition, for it holds a tax number and addresses are logged.")]
    [Query("page", "From 1.")]
    [Query("size", "Items of a page.")]
    [Answers(typeof(FiledComparison))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/compare-filed")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var file = await RequestBody.BufferAsync(request, cancellationToken);
        if (file.IsRefused)
            return new ProblemResult(file.Refusal);
        await using var upload = file.Value;
        var compared = await comparer.CompareAsync(co, br, p, upload, request.FileName(), Asked(request, "page", 1, PageMax), Asked(request, "size", SizeDefault, SizeMax), cancellationToken);
        return compared.Answer();
    }

    private static int Asked(HttpRequest request, string name, int otherwise, int most) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, most) : otherwise;
}
