using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Numbers;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Numbers;

/// <summary>Takes the month's numbers back while no later month is numbered and its berat is not filed.</summary>
public sealed class PostNumbersUndo(Unnumbering unnumbering)
{
    [Function(nameof(PostNumbersUndo))]
    [Access(Role.Accountant)]
    [Takes(typeof(ActBody))]
    [Answers(typeof(MonthView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/numbers/undo")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ActBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        return (await unnumbering.RunAsync(co, br, p, request.Actor(act.Value.By ?? string.Empty), request.IfMatch(), cancellationToken)).Answer();
    }
}
