using System.Collections.Concurrent;
using System.Threading.Channels;
using Xunit;

namespace EDefter.Tests.LocalWorker.Samples;

/// <summary>What sample functions did, in order, for the test to wait for; and gates that hold a function until the test opens them.</summary>
public sealed class Recorder
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Channel<string> events = Channel.CreateUnbounded<string>();
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> All { get; } = new();

    public Task Gate => gate.Task;

    public void OpenGate() => gate.SetResult();

    public void Add(string what)
    {
        All.Enqueue(what);
        Assert.True(events.Writer.TryWrite(what));
    }

    /// <summary>The next event, whenever it comes; a minute of silence fails the test.</summary>
    public async Task<string> NextAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        return await events.Reader.ReadAsync(limit.Token);
    }
}
