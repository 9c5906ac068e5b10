using System.Net;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.LocalWorker.Samples;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class HttpFunctionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Route_values_reach_parameters_by_name_whatever_the_culture()
    {
        await using var host = await StartAsync();
        var answer = await host.Http.GetStringAsync("api/things/İĞ/-12/2025-01-31?q=soru", Cancellation);
        Assert.Equal("""{"id":"İĞ","count":-12,"day":"2025-01-31","query":"soru"}""", System.Text.RegularExpressions.Regex.Unescape(answer));
    }

    [Theory]
    [InlineData("POST", "api/things/a/1/2025-01-31", HttpStatusCode.NotFound, "")]
    [InlineData("DELETE", "api/things", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "things/a/1/2025-01-31", HttpStatusCode.NotFound, "")]
    [InlineData("GET", "api/things", HttpStatusCode.OK, "GET rest of things")]
    [InlineData("GET", "api/a/b.css", HttpStatusCode.OK, "GET rest of a/b.css")]
    [InlineData("GET", "api", HttpStatusCode.OK, "GET rest of ")]
    [InlineData("GET", "API/DIRECT", HttpStatusCode.Accepted, "written by hand")]
    [InlineData("GET", "api/fail", HttpStatusCode.InternalServerError, "")]
    [InlineData("GET", "api/things/a/one/2025-01-31", HttpStatusCode.InternalServerError, "")]
    public async Task A_request_that_no_function_takes_is_not_found_and_a_failure_tells_nothing(string method, string path, HttpStatusCode status, string body)
    {
        await using var host = await StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await host.Http.SendAsync(request, Cancellation);
        Assert.Equal((status, body), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public void The_hosts_body_limit_is_100_MB() => Assert.Equal(104_857_600, new LocalWorkerOptions().RequestBodyMax);

    [Theory]
    [InlineData(30_000_000, false, null, HttpStatusCode.Created)]
    [InlineData(30_000_001, false, null, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(30_000_001, true, null, HttpStatusCode.Created)]
    [InlineData(1_000_001, true, 1_000_000L, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_worker_takes_30_MB_unless_raised_and_the_host_stands_above_it(int length, bool isRaised, long? hostMax, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync([typeof(HttpFunctions)], builder =>
        {
            if (isRaised)
                builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
            if (hostMax is { } most)
                builder.Services.Configure<LocalWorkerOptions>(options => options.RequestBodyMax = most);
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/things") { Content = new ByteArrayContent(new byte[length]) };
        // Waits for the server's word before the body is sent, as a polite client does; so the refusal is not lost in a broken pipe.
        request.Headers.ExpectContinue = true;
        using var answer = await host.Http.SendAsync(request, Cancellation);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task When_the_client_leaves_the_function_is_cancelled()
    {
        await using var host = await StartAsync();
        using var leave = new CancellationTokenSource();
        var request = host.Http.GetAsync("api/wait", leave.Token);
        Assert.Equal("waiting for /api/wait", await host.Recorder.NextAsync());
        await leave.CancelAsync();
        Assert.Equal("cancelled", await host.Recorder.NextAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
    }

    [Fact]
    public async Task Stopping_lets_a_running_request_finish()
    {
        await using var host = await StartAsync();
        var request = host.Http.GetAsync("api/hold", Cancellation);
        Assert.Equal("holding /api/hold", await host.Recorder.NextAsync());
        var stopped = host.StopAsync();
        host.Recorder.OpenGate();
        await stopped;
        using var answer = await request;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Stopping_cancels_a_request_when_patience_is_over()
    {
        await using var host = await TestHost.StartAsync([typeof(HttpFunctions)], builder =>
            builder.Services.Configure<LocalWorkerOptions>(options => options.StopPatience = TimeSpan.Zero));
        var request = host.Http.GetAsync("api/wait", Cancellation);
        Assert.Equal("waiting for /api/wait", await host.Recorder.NextAsync());
        await host.StopAsync();
        Assert.Equal("cancelled", await host.Recorder.NextAsync());
        using var answer = await request;
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
    }

    [Fact]
    public async Task A_middleware_can_answer_in_the_functions_place_and_surrounds_it_otherwise()
    {
        await using var host = await TestHost.StartAsync([typeof(HttpFunctions)], builder => builder.UseMiddleware<GateMiddleware>());
        using var refused = await host.Http.GetAsync("api/things/a/1/2025-01-31", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("kapalı: read", await refused.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("refused read EDefter.Tests.LocalWorker.Samples.HttpFunctions.Read", await host.Recorder.NextAsync());

        host.Http.DefaultRequestHeaders.Add("X-Open", "yes");
        using var passed = await host.Http.GetAsync("api/things/a/1/2025-01-31", Cancellation);
        Assert.Equal(HttpStatusCode.OK, passed.StatusCode);
        Assert.Equal("passed read", await host.Recorder.NextAsync());
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync([typeof(HttpFunctions)]);
}
