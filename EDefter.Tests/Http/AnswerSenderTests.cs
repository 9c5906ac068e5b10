using System.Net;
using EDefter.Functions.Http;
using EDefter.Tests.LocalWorker;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Http;

/// <summary>Nothing is taken for an answer that is none, by the real worker too.</summary>
public sealed class AnswerSenderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("whole", HttpStatusCode.OK, "tamam /api/whole")]
    [InlineData("nothing", HttpStatusCode.NotFound, "")]
    [InlineData("fault", HttpStatusCode.InternalServerError, "")]
    [InlineData("sending-fault", HttpStatusCode.InternalServerError, "")]
    public async Task An_answer_is_sent_once_and_a_fault_is_no_empty_success(string path, HttpStatusCode status, string body)
    {
        await using var host = await StartAsync();
        using var answer = await host.Http.GetAsync(new Uri("api/" + path, UriKind.Relative), Cancellation);
        Assert.Equal((status, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        Assert.Null(answer.Headers.ETag);
    }

    [Theory]
    [InlineData("away")]
    [InlineData("sending-away")]
    public async Task Storage_that_is_away_is_told_wherever_it_is_missed(string path)
    {
        await using var host = await StartAsync();
        using var answer = await host.Http.GetAsync(new Uri("api/" + path, UriKind.Relative), Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("storage-away", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
        Assert.Null(answer.Headers.ETag);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Half_a_list_does_not_end_like_a_whole_one()
    {
        await using var host = await StartAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Http.GetStringAsync(new Uri("api/half", UriKind.Relative), Cancellation));
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync([typeof(AnswerFunctions)], builder =>
    {
        builder.UseMiddleware<WorkerEnding>();
        builder.UseMiddleware<AnswerSender>();
    });
}
