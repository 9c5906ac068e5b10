using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Jobs;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>An application with planted trouble in its checks, over storage of its own: nobody else does its jobs.</summary>
public sealed class PlantedApp : IAsyncLifetime
{
    private Azurite? storage;
    private IHost? host;

    public Uri Address => host!.GetLocalAddress();

    public IServiceProvider Services => host!.Services;

    public PlantedCheck Check => Services.GetRequiredService<PlantedCheck>();

    public async ValueTask InitializeAsync()
    {
        storage = await Azurite.StartAsync(TestContext.Current.CancellationToken);
        host = await LiveApp.StartAsync(storage.ConnectionString, TimeProvider.System, builder =>
        {
            builder.Services.Remove(builder.Services.Single(service => service.ServiceType == typeof(IJobWork) && service.ImplementationType == typeof(CheckWork)));
            builder.Services.AddSingleton<CheckWork>().AddSingleton<PlantedCheck>().AddSingleton<IJobWork>(services => services.GetRequiredService<PlantedCheck>());
            builder.Services.Configure<LocalWorkerOptions>(options => options.MessageLease = TimeSpan.FromSeconds(2));
            // The faults are planted; their stack traces tell nothing.
            builder.Logging.AddFilter(level => level >= LogLevel.Critical);
        });
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
