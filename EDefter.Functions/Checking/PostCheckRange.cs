using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Checking;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Checking;

/// <summary>Checks any range of days (<c>?from=&amp;to=</c>), which never numbers: a job.</summary>
public sealed class PostCheckRange(CheckDesk desk, JobReply reply)
{
    [Function(nameof(PostCheckRange))]
    [Unaudited("a check changes no book; its report is kept")]
    [Access(Role.Accountant)]
    [Query("from", "First day, yyyy-MM-dd.")]
    [Query("to", "Last day, yyyy-MM-dd.")]
    [AnswersJob(typeof(CheckReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/check")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        var job = await desk.AskRangeAsync(co, br, request.Query["from"], request.Query["to"], request.Actor(), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
