using System.Net;
using System.Text.Json;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.LocalWorker;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Jobs over HTTP: asked for, waited for, asked for again, cancelled, failed.</summary>
public sealed class JobTests(PlantedApp app) : IClassFixture<PlantedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_wait_the_answer_is_202_with_the_place_to_look()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        using var asked = await AskAsync(book);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var job = await EndOfAsync(book, asked.Headers.Location!);
        Assert.Equal(("check", "succeeded"), (job.GetProperty("kind").GetString(), job.GetProperty("state").GetString()));
        Assert.Equal("clean", job.GetProperty("result").GetProperty("state").GetString());
        var waited = await AskAsync(book, wait: true);
        Assert.Equal(asked.Headers.Location, waited.Headers.Location);
        Assert.Equal("clean", (await LiveBook.ReadAsync(waited, HttpStatusCode.OK)).GetProperty("state").GetString());
    }

    [Fact]
    public async Task An_idempotency_key_finds_the_first_end_and_asking_without_one_runs_anew()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        var first = await KeyedAsync(book, "anahtar-1");
        var ended = await EndOfAsync(book, first.Headers.Location!);
        var again = await KeyedAsync(book, "anahtar-1");
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(ended.GetRawText(), (await EndOfAsync(book, again.Headers.Location!)).GetRawText());
        Assert.NotEqual(first.Headers.Location, (await KeyedAsync(book, "anahtar-2")).Headers.Location);

        var plain = await EndOfAsync(book, (await AskAsync(book)).Headers.Location!);
        var anew = await EndOfAsync(book, (await AskAsync(book)).Headers.Location!);
        Assert.Equal(plain.GetProperty("id").GetString(), anew.GetProperty("id").GetString());
        Assert.True(plain.GetProperty("queuedAt").GetDateTimeOffset() < anew.GetProperty("queuedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_running_job_is_found_by_who_asks_again_and_ends_when_it_is_cancelled()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        app.Check.Waits = true;
        try
        {
            var asked = await AskAsync(book);
            var place = asked.Headers.Location!;
            await Eventually.TrueAsync(async () => (await LiveBook.GetAsync(book.Accountant, place.ToString())).TryGetProperty("step", out var step) && step.GetString()!.StartsWith("Bekliyor", StringComparison.Ordinal));
            Assert.Equal(place, (await AskAsync(book)).Headers.Location);
            await LiveBook.ReadAsync(await book.Accountant.DeleteAsync(place, Cancellation), HttpStatusCode.OK);
            Assert.Equal("cancelled", (await EndOfAsync(book, place)).GetProperty("state").GetString());
            Assert.Equal("cancelled", (await LiveBook.ReadAsync(await book.Accountant.DeleteAsync(place, Cancellation), HttpStatusCode.OK)).GetProperty("state").GetString());
        }
        finally
        {
            app.Check.Waits = false;
        }

        await book.ActAsync(book.Month("2025-01", "/check"));
    }

    [Fact]
    public async Task A_queued_job_that_is_cancelled_never_runs()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        var jobs = app.Services.GetRequiredService<IJobs>();
        var job = await PlantAsync(book, touched: DateTimeOffset.UtcNow);
        await LiveBook.ReadAsync(await book.Accountant.DeleteAsync(new Uri("/api/jobs/" + job, UriKind.Relative), Cancellation), HttpStatusCode.OK);
        await jobs.EnqueueAsync(job, JobLane.Prompt, TimeSpan.Zero, Cancellation);
        await book.ActAsync(book.Month("2025-02", "/check"));
        var end = await LiveBook.GetAsync(book.Accountant, "/api/jobs/" + job);
        Assert.Equal("cancelled", end.GetProperty("state").GetString());
        Assert.False(end.TryGetProperty("startedAt", out _));
    }

    [Fact]
    public async Task A_job_whose_message_was_lost_is_sent_again_once_it_is_stale()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        var job = await PlantAsync(book, touched: DateTimeOffset.UtcNow - JobDesk.StaleAfter - TimeSpan.FromSeconds(1));
        Assert.InRange(await app.Services.GetRequiredService<JobDesk>().RequeueStaleAsync(Cancellation), 0, 1);
        Assert.Equal("succeeded", (await EndOfAsync(book, new Uri("/api/jobs/" + job, UriKind.Relative))).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_second_message_of_a_job_that_is_at_work_does_nothing()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        app.Check.Waits = true;
        try
        {
            var place = (await AskAsync(book)).Headers.Location!;
            var id = place.ToString()[(place.ToString().LastIndexOf('/') + 1)..];
            await Eventually.TrueAsync(async () => (await LiveBook.GetAsync(book.Accountant, place.ToString())).GetProperty("state").GetString() == "running");
            var jobs = app.Services.GetRequiredService<IJobs>();
            Assert.Null(await app.Services.GetRequiredService<JobRunner>().RunAsync(id, "another-message", Cancellation));
            Assert.Equal((1, JobState.Running), ((await jobs.FindAsync(id, Cancellation))!.Value.Attempts, (await jobs.FindAsync(id, Cancellation))!.Value.State));
            await LiveBook.ReadAsync(await book.Accountant.DeleteAsync(place, Cancellation), HttpStatusCode.OK);
            await EndOfAsync(book, place);
        }
        finally
        {
            app.Check.Waits = false;
        }
    }

    [Fact]
    public async Task A_company_with_too_many_open_jobs_is_asked_to_come_back_later()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        for (var n = 0; n < JobDesk.OpenMost; n++)
            await PlantAsync(book, touched: DateTimeOffset.UtcNow);
        var asked = await AskAsync(book);
        Assert.Equal(TimeSpan.FromSeconds(30), asked.Headers.RetryAfter!.Delta);
        await LiveBook.RefusedAsync(asked, HttpStatusCode.TooManyRequests, "too-many-jobs");
        using var other = await LiveBook.OpenAsync(app.Address);
        await other.ActAsync(other.Month("2025-01", "/check"));
    }

    [Fact]
    public async Task A_fault_is_tried_again_and_the_fifth_one_ends_the_job_with_its_reason()
    {
        using var book = await LiveBook.OpenAsync(app.Address);
        app.Check.FaultsLeft = 4;
        Assert.Equal("succeeded", (await EndOfAsync(book, (await AskAsync(book)).Headers.Location!)).GetProperty("state").GetString());

        app.Check.FaultsLeft = 5;
        var failed = await EndOfAsync(book, (await AskAsync(book)).Headers.Location!);
        Assert.Equal("failed", failed.GetProperty("state").GetString());
        var problem = failed.GetProperty("problem");
        Assert.Equal(("urn:edefter:job-failed", 5), (problem.GetProperty("type").GetString(), problem.GetProperty("attempts").GetInt32()));
        Assert.DoesNotContain("planted", failed.GetRawText(), StringComparison.Ordinal);

        app.Check.FaultsLeft = 5;
        await LiveBook.RefusedAsync(await AskAsync(book, wait: true), HttpStatusCode.InternalServerError, "job-failed");
        await book.ActAsync(book.Month("2025-01", "/check"));
    }

    private static Task<HttpResponseMessage> AskAsync(LiveBook book, bool wait = false) =>
        book.Accountant.PostAsync(new Uri(book.Month("2025-01", wait ? "/check?wait=25" : "/check"), UriKind.Relative), content: null, Cancellation);

    private static async Task<HttpResponseMessage> KeyedAsync(LiveBook book, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, book.Month("2025-01", "/check"));
        request.Headers.Add("Idempotency-Key", key);
        return await book.Accountant.SendAsync(request, Cancellation);
    }

    private static async Task<JsonElement> EndOfAsync(LiveBook book, Uri place)
    {
        var job = default(JsonElement);
        await Eventually.TrueAsync(async () =>
        {
            job = await LiveBook.GetAsync(book.Accountant, place + "?wait=25");
            return job.TryGetProperty("endedAt", out _);
        });
        return job;
    }

    // A job's row without a message, as a process leaves it that dies between the two.
    private async Task<string> PlantAsync(LiveBook book, DateTimeOffset touched)
    {
        var job = new Job
        {
            Id = Guid.NewGuid().ToString("N"),
            Kind = "check",
            Company = book.Company,
            Branch = "0000",
            Request = """{ "period": "2025-01" }""",
            Actor = new Actor("Ayşe Yılmaz", "test"),
            QueuedAt = touched,
            TouchedAt = touched,
        };
        Assert.NotNull(await app.Services.GetRequiredService<IJobs>().SaveAsync(job, version: null, Cancellation));
        return job.Id;
    }
}
