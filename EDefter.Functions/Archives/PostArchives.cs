using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>Makes the integrator's sealed ZIP of a numbered month: a job.</summary>
public sealed class PostArchives(ArchiveDesk desk, JobReply reply)
{
    [Function(nameof(PostArchives))]
    [Access(Role.Accountant)]
    [Takes(typeof(ArchiveBody))]
    [AnswersJob(typeof(ArchiveView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/archives")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ArchiveBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskAsync(co, br, p, new ArchiveChoice(act.Value.Profile, act.Value.AcceptUnverified, act.Value.Parameters), request.Actor(act.Value.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
