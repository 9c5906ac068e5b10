using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Uploads;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Backups;

/// <summary>A link to upload a backup with, where its company does not exist.</summary>
public sealed class PostRestoreUpload(BackupDesk desk)
{
    [Function(nameof(PostRestoreUpload))]
    [Access(Role.Admin)]
    [Answers(typeof(UploadTicket), StatusCodes.Status201Created)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/restore")] HttpRequest request, string co, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.OpenRestoreAsync(co, cancellationToken)).Answer(ticket => new WireResult(ticket, StatusCodes.Status201Created));
    }
}
