using Azure.Storage.Queues.Models;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.LocalWorker.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class QueueTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_keeps_failing_goes_to_the_poison_queue_after_five_attempts()
    {
        await using var host = await StartAsync();
        await host.Queue("-work").SendMessageAsync("fail", Cancellation);
        QueueMessage? poisoned = null;
        await Eventually.TrueAsync(async () => (poisoned = await TryReceiveAsync(host, "-work-poison")) is not null);
        Assert.Equal("fail", poisoned!.Body.ToString());
        Assert.Equal(["fail 1", "fail 2", "fail 3", "fail 4", "fail 5"], host.Recorder.All);
        Assert.Equal(0, await CountAsync(host, "-work"));
    }

    [Fact]
    public async Task A_message_that_is_not_Base64_goes_to_the_poison_queue_as_it_was()
    {
        await using var host = await StartAsync();
        await host.RawQueue("-bytes").SendMessageAsync("not, Base64!", Cancellation);
        await Eventually.TrueAsync(async () =>
            (await host.RawQueue("-bytes-poison").ExistsAsync(Cancellation)).Value
            && (await host.RawQueue("-bytes-poison").PeekMessageAsync(Cancellation)).Value?.Body.ToString() == "not, Base64!");
        Assert.Empty(host.Recorder.All);
    }

    [Fact]
    public async Task Bytes_arrive_as_bytes()
    {
        await using var host = await StartAsync();
        await host.Queue("-bytes").SendMessageAsync(BinaryData.FromBytes(new byte[] { 0, 255, 10 }), cancellationToken: Cancellation);
        Assert.Equal("3", await host.Recorder.NextAsync());
        await Eventually.TrueAsync(async () => await CountAsync(host, "-bytes") == 0);
    }

    [Fact]
    public async Task Messages_of_a_batch_run_side_by_side()
    {
        await using var host = await StartAsync();
        for (var count = 0; count < 16; count++)
            await host.Queue("-work").SendMessageAsync("hold", Cancellation);
        // All sixteen have begun although none can end before the gate opens.
        for (var count = 0; count < 16; count++)
            Assert.Equal("hold 1", await host.Recorder.NextAsync());
        host.Recorder.OpenGate();
        await Eventually.TrueAsync(async () => await CountAsync(host, "-work") == 0);
    }

    [Fact]
    public async Task Stopping_lets_a_running_message_finish_and_takes_no_further_one()
    {
        var host = await StartAsync();
        var queue = host.Queue("-work");
        await queue.SendMessageAsync("hold", Cancellation);
        Assert.Equal("hold 1", await host.Recorder.NextAsync());
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        var stopped = host.StopAsync();
        await Eventually.TrueAsync(() => Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested));
        await queue.SendMessageAsync("later", Cancellation);
        host.Recorder.OpenGate();
        await stopped;
        await host.DisposeAsync();
        Assert.Equal(["hold 1", "held"], host.Recorder.All.Where(what => what != "later 1"));
        // The listener may have taken it in the instant before it heard of the stop; then it was worked on to its end too.
        if (!host.Recorder.All.Contains("later 1"))
            Assert.Equal("later", (await queue.PeekMessageAsync(Cancellation)).Value.Body.ToString());
    }

    [Fact]
    public async Task Stopping_without_patience_gives_the_message_back_at_once()
    {
        var host = await StartAsync(options => options.StopPatience = TimeSpan.Zero);
        var queue = host.Queue("-work");
        await queue.SendMessageAsync("wait", Cancellation);
        Assert.Equal("wait 1", await host.Recorder.NextAsync());
        await host.DisposeAsync();
        var back = await TryReceiveAsync(host, "-work");
        Assert.Equal(("wait", 2), (back?.Body.ToString(), back?.DequeueCount));
    }

    [Fact]
    public async Task Middleware_surrounds_messages_too()
    {
        await using var host = await TestHost.StartAsync([typeof(QueueFunctions)], builder => builder.UseMiddleware<GateMiddleware>());
        await host.Queue("-work").SendMessageAsync("go", Cancellation);
        Assert.Equal("go 1", await host.Recorder.NextAsync());
        Assert.Equal("passed work", await host.Recorder.NextAsync());
    }

    [DeepFact]
    public async Task A_message_stays_hidden_while_it_is_worked_on_however_long_that_takes()
    {
        await using var host = await StartAsync(options => options.MessageLease = TimeSpan.FromSeconds(2));
        await host.Queue("-work").SendMessageAsync("hold", Cancellation);
        Assert.Equal("hold 1", await host.Recorder.NextAsync());
        // Three leases long; an unrenewed message would have been handed out again.
        await Task.Delay(TimeSpan.FromSeconds(6), Cancellation);
        host.Recorder.OpenGate();
        await Eventually.TrueAsync(async () => await CountAsync(host, "-work") == 0);
        Assert.Equal(["hold 1", "held"], host.Recorder.All);
    }

    private static Task<TestHost> StartAsync(Action<LocalWorkerOptions>? configure = null) =>
        TestHost.StartAsync([typeof(QueueFunctions)], builder => builder.Services.Configure(configure ?? (_ => { })));

    private static async Task<QueueMessage?> TryReceiveAsync(TestHost host, string queue) =>
        (await host.Queue(queue).ExistsAsync(Cancellation)).Value ? (await host.Queue(queue).ReceiveMessageAsync(cancellationToken: Cancellation)).Value : null;

    // Hidden messages count as well.
    private static async Task<int> CountAsync(TestHost host, string queue) => (await host.Queue(queue).GetPropertiesAsync(Cancellation)).Value.ApproximateMessagesCount;
}
