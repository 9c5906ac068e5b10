using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Deadlines;

/// <summary>The last days to upload the company's months (<c>?year=</c>: one fiscal year only).</summary>
public sealed class GetDeadlines(DeadlineDesk desk)
{
    [Function(nameof(GetDeadlines))]
    [Access(Role.Erp, Role.Accountant, Role.Calendar)]
    [Query("year", "A day or month inside the fiscal year, or the year it starts in.")]
    [Query("key", "The key of a calendar, for programs that send no headers.")]
    [Answers(typeof(IReadOnlyList<DeadlineView>))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/companies/{co}/deadlines")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        return (await desk.OfAsync(co, request.Query["year"], cancellationToken)).Answer();
    }
}
