using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Uploads;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Uploads;

/// <summary>Imports an uploaded file: a job.</summary>
public sealed class PostImport(UploadDesk desk, JobReply reply)
{
    [Function(nameof(PostImport))]
    [Access(Role.Erp, Role.Accountant)]
    [Takes(typeof(ImportBody))]
    [AnswersJob(typeof(ImportResult))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/uploads/{id}/import")] HttpRequest request, string co, string br, string id, CancellationToken cancellationToken)
    {
        var body = await RequestJson.ReadAsync<ImportBody>(request, cancellationToken);
        if (body.IsRefused)
            return new ProblemResult(body.Refusal);
        var job = await desk.AskImportAsync(co, br, id, body.Value.ContentType, body.Value.Profile, request.Actor(), cancellationToken);
        return await reply.AnswerAsync(request, job, cancellationToken);
    }
}
