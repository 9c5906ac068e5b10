using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Repairing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Repairs;

/// <summary>Makes a repair plan (Muhasebe Bakım) with before and after: a job.</summary>
public sealed class PostRepairs(RepairDesk desk, RepairRuns runs, JobReply reply)
{
    [Function(nameof(PostRepairs))]
    [Access(Role.Accountant)]
    [AnswersJob(typeof(RepairRunView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/repairs")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var job = await desk.AskPlanAsync(co, br, p, request.Actor(), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, AnswerAsync, cancellationToken);

        async Task<IActionResult> AnswerAsync(string result)
        {
            var run = WireJson.Read<PlanSummary>(result).Run;
            return RepairPage.Answer(request, await runs.FindAsync(co, br, p, run, cancellationToken), $"{request.Path}/{run}");
        }
    }
}
