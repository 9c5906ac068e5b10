using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Http;
using EDefter.Functions.Jobs;
using Microsoft.AspNetCore.Http;
using Moq;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>Somebody else's job is as unknown as one that never was, also in how long it takes to say so.</summary>
public sealed class ForeignJobTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nobody_waits_for_a_job_that_he_may_not_see()
    {
        var job = new Job { Id = "j", Kind = "check", Company = "baska-otel", Branch = "0000", Request = "{}", Actor = new Actor("accountant", "k"), State = JobState.Running };
        var jobs = Mock.Of<IJobs>(port => port.FindAsync("j", It.IsAny<CancellationToken>()) == Task.FromResult<Versioned<Job>?>(new Versioned<Job>(job, "1")));
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString("?wait=25");
        http.Items[typeof(Recognised)] = new Recognised(new Caller("k", Role.Accountant, "otel"));

        // The clock stands still: whoever waits by it waits for ever.
        var answering = new GetJob(new JobDesk(jobs, new SteppedClock(), new NoWatch())).RunAsync(http.Request, "j", Cancellation);
        Assert.True(answering.IsCompletedSuccessfully);
        Assert.Equal("unknown-job", Assert.IsType<ProblemResult>(await answering).Refusal.Type);
    }
}
