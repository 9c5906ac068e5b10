using System.Globalization;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Uploads;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Uploads;

/// <summary>What was rejected of an imported upload, page by page (<c>?page=&amp;size=</c>).</summary>
public sealed class GetRejected(UploadDesk desk)
{
    private const int SizeDefault = 1000;
    private const int SizeMost = 5000;

    [Function(nameof(GetRejected))]
    [Access(Role.Erp, Role.Accountant)]
    [Query("page", "From 1.")]
    [Query("size", "Items of a page.")]
    [Answers(typeof(RejectedPage))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/uploads/{id}/rejected")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        var rejected = await desk.OpenRejectedAsync(co, br, id, cancellationToken);
        if (rejected.IsRefused)
            return new ProblemResult(rejected.Refusal);
        var page = Number(request, "page", 1, int.MaxValue);
        var size = Number(request, "size", SizeDefault, SizeMost);
        return new WireResult(await PageAsync(rejected.Value, request.Path, page, size, cancellationToken));
    }

    private static async Task<RejectedPage> PageAsync(IAsyncEnumerable<RejectedRow> rows, string path, int page, int size, CancellationToken cancellationToken)
    {
        var skip = (page - 1L) * size;
        var items = new List<RejectedRow>();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            if (skip-- > 0)
                continue;
            if (items.Count == size)
                return new RejectedPage(items, string.Create(CultureInfo.InvariantCulture, $"{path}?page={page + 1}&size={size}"));
            items.Add(row);
        }

        return new RejectedPage(items, Next: null);
    }

    private static int Number(HttpRequest request, string name, int usual, int most) =>
        int.TryParse(request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most) : usual;
}
