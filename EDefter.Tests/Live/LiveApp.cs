using EDefter.Functions;
using EDefter.Functions.Azure;
using EDefter.Functions.Companies;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The whole application in this process: real HTTP, real queues, the real emulator; one for all tests that only need a surface.</summary>
public sealed class LiveApp : IAsyncLifetime
{
    public const string AdminKey = "live-test-admin-key";

    private IHost? host;

    /// <summary>Where it listens.</summary>
    public Uri Address => host!.GetLocalAddress();

    public IServiceProvider Services => host!.Services;

    public async ValueTask InitializeAsync()
    {
        var azurite = await Azurite.SharedAsync();
        host = await StartAsync(azurite.ConnectionString, TimeProvider.System);
    }

    /// <summary>Starts another instance. Two instances over the same storage share its queues: give it storage of its own where it must do its jobs itself.</summary>
    public static async Task<IHost> StartAsync(string storage, TimeProvider clock, Action<FunctionsApplicationBuilder>? change = null)
    {
        var builder = FunctionsApplication.CreateBuilder(["--port", "0"]);
        builder.Configuration["AzureWebJobsStorage"] = storage;
        // The developer's own settings are not the tests'.
        builder.Configuration[SettingNames.GibPackage] = null;
        builder.Configuration[SettingNames.OtlpEndpoint] = null;
        builder.Configuration[SettingNames.WebhookKey] = "live-test-webhook-key-of-the-server";
        builder.Configuration[SettingNames.WebhookPrivate] = "127.0.0.1";
        builder.UseFunctionAssemblies(typeof(PutCompany).Assembly);
        builder.UseEDefter(storage, AdminKey, clock);
        // host.json tells more than a test run wants to read.
        builder.Logging.AddFilter(level => level >= LogLevel.Warning).AddFilter("EDefter", level => level >= LogLevel.Warning);
        change?.Invoke(builder);
        var started = builder.Build();
        await started.StartAsync(TestContext.Current.CancellationToken);
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        if (host is null)
            return;
        await host.StopAsync();
        host.Dispose();
    }
}
