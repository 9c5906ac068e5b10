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

/// <summary>Checks a whole month by every rule and keeps the report: a job.</summary>
public sealed class PostCheck(CheckDesk desk, JobReply reply)
{
    [Function(nameof(PostCheck))]
    [Unaudited("a check changes no book; its report is kept with the month")]
    [Access(Role.Accountant)]
    [AnswersJob(typeof(CheckReport))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/check")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var job = await desk.AskMonthAsync(co, br, p, request.Actor(), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
