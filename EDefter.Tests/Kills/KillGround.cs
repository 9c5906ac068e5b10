using EDefter.LocalWorker.Storage;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>Storage of a test class's own, and a process of the program over lines that know what it writes.</summary>
public sealed class KillGround : IAsyncLifetime
{
    private Azurite? azurite;
    private StorageLines? lines;
    private MortalApp? app;

    /// <summary>For whoever goes past the lines.</summary>
    internal string Storage => azurite!.ConnectionString;

    internal StorageLines Lines => lines!;

    internal MortalApp App => app!;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        azurite = await Azurite.StartAsync(cancellation);
        lines = await StorageLines.StartAsync(azurite, cancellation);
        app = new MortalApp(lines.ConnectionString);
        await app.StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        app?.Dispose();
        if (lines is not null)
            await lines.DisposeAsync();
        if (azurite is not null)
            await azurite.DisposeAsync();
    }
}
