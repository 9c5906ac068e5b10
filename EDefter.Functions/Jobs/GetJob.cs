using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Uploads;
using EDefter.Functions.Auditing;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>A job as it stands; <c>?wait=</c> holds the answer until it has ended or the wait is over.</summary>
public sealed class GetJob(JobDesk desk)
{
    [Function(nameof(GetJob))]
    [Unaudited("the end whose link it shows is recorded, and programs ask for it many times a minute")]
    [Access(Role.Erp, Role.Accountant, Role.Admin)]
    [Query("wait", "Seconds to wait for its end, at most 25.")]
    [Answers(typeof(JobBody))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/jobs/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var job = await desk.FindAsync(id, cancellationToken);
        // Before any waiting: how long a refusal takes must not tell whether somebody else's job runs.
        if (job is null || !MaySee(request.Caller(), job))
            return new ProblemResult(Refusals.UnknownJob(id));
        if (request.Wait() is var wait && wait > TimeSpan.Zero && !JobDesk.HasEnded(job))
            job = await desk.WaitAsync(id, wait, cancellationToken) ?? job;
        return new WireResult(JobBody.Of(job));
    }

    // An ERP asks for imports only; what the bookkeeper's jobs end with is not its business.
    private static bool MaySee(Caller caller, Job job) =>
        caller.At(job.Company) is { } there && (there.Grants.Any(static grant => grant.Role != Role.Erp) || job.Kind == ImportWork.KindWord);
}
