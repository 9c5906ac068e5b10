using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>An application whose "today" the test chooses, over storage of its own: nobody with another clock does its jobs.</summary>
public sealed class ClockedApp : IAsyncLifetime
{
    private Azurite? storage;
    private IHost? host;

    public TestClock Clock { get; } = new(DateTimeOffset.UnixEpoch);

    public Uri Address => host!.GetLocalAddress();

    public IServiceProvider Services => host!.Services;

    /// <summary>The storage that it alone works on.</summary>
    public string Storage => storage!.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        storage = await Azurite.StartAsync(TestContext.Current.CancellationToken);
        host = await LiveApp.StartAsync(storage.ConnectionString, Clock);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is not null)
        {
            await host.StopAsync();
            host.Dispose();
        }

        if (storage is not null)
            await storage.DisposeAsync();
    }
}
