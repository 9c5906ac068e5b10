using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Filings;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Periods;

/// <summary>Says that the berat was deleted at the authority before the deadline: the month is no longer final. It wants a reason and a name.</summary>
public sealed class PostFiledRevoke(Filing filing)
{
    [Function(nameof(PostFiledRevoke))]
    [Access(Role.Accountant)]
    [Takes(typeof(RevokeBody))]
    [Answers(typeof(MonthView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/filed/revoke")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<RevokeBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        return (await filing.RevokeAsync(co, br, p, act.Value.Reason, request.Actor(act.Value.By ?? string.Empty), request.IfMatch(), cancellationToken)).Answer();
    }
}
