using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Archiving;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Archives;

/// <summary>Says whether a ZIP or a single file is what was handed over, and which file was altered.</summary>
public sealed class PostVerify(ArchiveVerification verification)
{
    [Function(nameof(PostVerify))]
    [Unaudited("it judges what was sent and keeps nothing")]
    [Access(Role.Accountant, Role.Integrator)]
    [Takes("application/octet-stream")]
    [Query("name", "The file's name, where it is known; better in the header Content-Disposition, for it may hold a tax number and addresses are logged.")]
    [Query("company", "Whose archives are looked at; all that the caller reaches when absent.")]
    [Answers(typeof(ArchiveVerdict))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/archives/verify")] HttpRequest request, CancellationToken cancellationToken)
    {
        var caller = request.Caller();
        if (request.Query["company"].ToString() is { Length: > 0 } company)
        {
            if (caller.At(company) is not { } there)
                return new ProblemResult(Refusals.NotYours(company));
            caller = there;
        }

        var file = await RequestBody.BufferAsync(request, cancellationToken);
        if (file.IsRefused)
            return new ProblemResult(file.Refusal);
        await using var upload = file.Value;
        return (await verification.VerifyAsync(caller, upload, request.FileName(), cancellationToken)).Answer();
    }
}
