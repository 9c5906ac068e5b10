using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Http;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Jobs;

/// <summary>Answers an act that became a job: 202 with its address, or what it ended with when it ends within <c>?wait=</c> seconds.</summary>
public sealed class JobReply(JobDesk desk)
{
    public Task<IActionResult> AnswerAsync(HttpRequest request, Outcome<Job> asked, CancellationToken cancellationToken) =>
        AnswerAsync(request, asked, result => Task.FromResult<IActionResult>(new WireResult(new RawJson(result)) { Location = "/api/jobs/" + asked.Value!.Id }), cancellationToken);

    /// <param name="request">The request.</param>
    /// <param name="asked">The job, or why there is none.</param>
    /// <param name="answer">What is answered when the job has succeeded, from its result.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<IActionResult> AnswerAsync(HttpRequest request, Outcome<Job> asked, Func<string, Task<IActionResult>> answer, CancellationToken cancellationToken)
    {
        if (asked.IsRefused)
            return new ProblemResult(asked.Refusal);
        var wait = request.Wait();
        var job = wait > TimeSpan.Zero ? await desk.WaitAsync(asked.Value.Id, wait, cancellationToken) ?? asked.Value : asked.Value;
        return job switch
        {
            { State: JobState.Succeeded, Result: { } result } => await answer(result),
            { State: JobState.Failed, Problem: { } problem } => new ProblemResult(problem),
            { State: JobState.Cancelled } => new ProblemResult(Refusals.JobCancelled(job.Id)),
            _ => new WireResult(JobBody.Of(job), StatusCodes.Status202Accepted) { Location = "/api/jobs/" + job.Id },
        };
    }
}
