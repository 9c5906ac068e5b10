using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Filings;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>Says that the berat was filed: from then on the month is final.</summary>
public sealed class PostFiled(Filing filing)
{
    [Function(nameof(PostFiled))]
    [Access(Role.Accountant)]
    [Takes(typeof(FiledBody))]
    [Answers(typeof(MonthView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/filed")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<FiledBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        return (await filing.FileAsync(co, br, p, act.Value.Reference, request.Actor(act.Value.By ?? string.Empty), request.IfMatch(), cancellationToken)).Answer();
    }
}
