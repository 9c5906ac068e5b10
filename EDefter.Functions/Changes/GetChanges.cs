using System.Globalization;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Changes;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Changes;

/// <summary>What the ERP must know of its vouchers, page by page: <c>?after=&amp;limit=</c>. Without a cursor: what it has not acknowledged yet.</summary>
public sealed class GetChanges(ChangeFeed feed)
{
    [Function(nameof(GetChanges))]
    [Access(Role.Erp, Role.Accountant)]
    [Query("after", "The cursor of the last page.")]
    [Query("limit", "Items of a page.")]
    [Answers(typeof(FeedPage))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/{br}/changes")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var limit = int.TryParse(request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, ChangeFeed.LimitMost) : ChangeFeed.LimitDefault;
        return (await feed.ReadAsync(co, br, request.Query["after"], limit, cancellationToken)).Answer();
    }
}
