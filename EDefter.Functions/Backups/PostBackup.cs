using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Backups;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Backups;

/// <summary>Writes everything of a company into one ZIP: a job that ends with a link.</summary>
public sealed class PostBackup(BackupDesk desk, JobReply reply)
{
    [Function(nameof(PostBackup))]
    [Access(Role.Accountant, Role.Admin)]
    [Takes(typeof(ActBody))]
    [AnswersJob(typeof(BackupView))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/backup")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        var act = await RequestJson.ReadAsync<ActBody>(request, cancellationToken);
        if (act.IsRefused)
            return new ProblemResult(act.Refusal);
        var job = await desk.AskAsync(co, request.Actor(act.Value.By ?? string.Empty), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
