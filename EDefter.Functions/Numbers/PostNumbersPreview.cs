using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Numbers;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Numbers;

/// <summary>What numbering would give; writes nothing: a job.</summary>
public sealed class PostNumbersPreview(NumberDesk desk, JobReply reply)
{
    [Function(nameof(PostNumbersPreview))]
    [Unaudited("it gives no numbers and keeps nothing")]
    [Access(Role.Accountant)]
    [AnswersJob(typeof(NumberResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/periods/{p}/numbers/preview")] HttpRequest request, string co, string br, string p, CancellationToken cancellationToken)
    {
        var job = await desk.AskPreviewAsync(co, br, p, request.Actor(), request.IdempotencyKey(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
