using Xunit;

namespace EDefter.Tests.LocalWorker;

/// <summary>For what happens elsewhere and leaves no event to wait for: looks again until it is so; a minute without it fails the test.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task TrueAsync(Func<Task<bool>> isSo)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await isSo())
        {
            Assert.False(limit.IsCancellationRequested, "It did not come about within a minute");
            await Task.Delay(20, CancellationToken.None);
        }
    }
}
