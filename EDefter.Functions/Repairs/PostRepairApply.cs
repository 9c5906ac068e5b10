using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>Applies the accepted part of a plan: a job.</summary>
public sealed class PostRepairApply(RepairDesk desk, JobReply reply)
{
    [Function(nameof(PostRepairApply))]
    [Access(Role.Accountant)]
    [Takes(typeof(ApplyBody))]
    [AnswersJob(typeof(RepairResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/repairs/{run}/apply")] HttpRequest request, string co, string br, string p, string run, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ApplyBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var acceptance = act.Value.ToAcceptance();
        if (acceptance.IsRefused)
            return new ProblemResult(acceptance.Refusal);
        var job = await desk.AskApplyAsync(co, br, p, run, acceptance.Value, request.Actor(act.Value.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
