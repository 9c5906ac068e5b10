using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Rehearsing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Rehearsal;

/// <summary>Renders a month as the authority will see it and asks its rules, before anybody signs: a job. With <c>keep</c> the documents are kept as a draft.</summary>
public sealed class PostRehearse(RehearsalDesk desk, JobReply reply)
{
    [Function(nameof(PostRehearse))]
    [Access(Role.Accountant)]
    [Takes(typeof(RehearseBody))]
    [AnswersJob(typeof(RehearsalReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/rehearse")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<RehearseBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskAsync(co, br, p, act.Value.Keep, act.Value.Parameters, request.Actor(act.Value.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
