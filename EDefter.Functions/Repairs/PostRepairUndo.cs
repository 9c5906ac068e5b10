using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>Takes an applied run back, or single changes of it: a job.</summary>
public sealed class PostRepairUndo(RepairDesk desk, JobReply reply)
{
    [Function(nameof(PostRepairUndo))]
    [Access(Role.Accountant)]
    [Takes(typeof(UndoBody))]
    [AnswersJob(typeof(RepairResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/repairs/{run}/undo")] HttpRequest request, string co, string br, string p, string run, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<UndoBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskUndoAsync(co, br, p, run, act.Value.Changes, request.Actor(act.Value.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
