using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Uploads;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Uploads;

/// <summary>A link to upload one big file of vouchers with, for an hour.</summary>
public sealed class PostUploads(UploadDesk desk)
{
    [Function(nameof(PostUploads))]
    [Access(Role.Erp, Role.Accountant)]
    [Answers(typeof(UploadTicket), StatusCodes.Status201Created)]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/companies/{co}/{br}/uploads")] HttpRequest request, string co, string br, CancellationToken cancellationToken)
    {
        _ = request;
        return (await desk.OpenAsync(co, br, cancellationToken)).Answer(ticket => new WireResult(ticket, StatusCodes.Status201Created));
    }
}
