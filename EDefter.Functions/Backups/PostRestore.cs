using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Backups;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Backups;

/// <summary>Reads an uploaded backup back: a job.</summary>
public sealed class PostRestore(BackupDesk desk, JobReply reply)
{
    [Function(nameof(PostRestore))]
    [Access(Role.Admin)]
    [Takes(typeof(ActBody))]
    [AnswersJob(typeof(RestoreResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/restore/{id}")] HttpRequest request, string co, string id, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ActBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskRestoreAsync(co, id, request.Actor(act.Value.By ?? string.Empty), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
