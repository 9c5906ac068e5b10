using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Jobs;
using EDefter.Functions.Gate;
using EDefter.Functions.Http;
using EDefter.Functions.OpenApi;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.Functions.Jobs;

/// <summary>Asks a job to stop; it ends as cancelled at its next step.</summary>
public sealed class DeleteJob(JobDesk desk)
{
    [Function(nameof(DeleteJob))]
    [Access(Role.Accountant)]
    [Answers(typeof(JobBody))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/jobs/{id}")] HttpRequest request, string id, CancellationToken cancellationToken)
    {
        var job = await desk.FindAsync(id, cancellationToken);
        if (job is null || !request.Caller().Reaches(job.Company))
            return new ProblemResult(Refusals.UnknownJob(id));
        return new WireResult(JobBody.Of(await desk.CancelAsync(id, cancellationToken) ?? job));
    }
}
