using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Numbers;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Numbers;

/// <summary>Checks the month once more and, where no error stands, gives it its madde no and satır no: a job.</summary>
public sealed class PostNumbers(NumberDesk desk, JobReply reply)
{
    [Function(nameof(PostNumbers))]
    [Access(Role.Accountant)]
    [Takes(typeof(NumberBody))]
    [AnswersJob(typeof(NumberResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/numbers")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<NumberBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskNumbersAsync(co, br, p, request.Actor(act.Value.By ?? string.Empty), request.IfMatch(), act.Value.Order, request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
