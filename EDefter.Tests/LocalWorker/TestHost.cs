using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.LocalWorker.Samples;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EDefter.Tests.LocalWorker;

/// <summary>A running local worker with chosen function classes, real HTTP, and queues and containers of its own in the shared Azurite.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly IHost host;
    private readonly string connectionString;

    private TestHost(IHost host, string connectionString, string name, Recorder recorder)
    {
        this.host = host;
        this.connectionString = connectionString;
        Name = name;
        Recorder = recorder;
        Http = new HttpClient { BaseAddress = host.GetLocalAddress() };
    }

    /// <summary>Queues and containers of this host begin with it.</summary>
    public string Name { get; }

    public Recorder Recorder { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => host.Services;

    public static async Task<TestHost> StartAsync(Type[] functions, Action<FunctionsApplicationBuilder>? configure = null, string? name = null)
    {
        var azurite = await Azurite.SharedAsync();
        name ??= "t" + Guid.NewGuid().ToString("N")[..12];
        var recorder = new Recorder();
        var builder = FunctionsApplication.CreateBuilder(["--port", "0"]).ConfigureFunctionsWebApplication().UseFunctionClasses(functions);
        builder.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        builder.Configuration["Name"] = name;
        builder.Configuration["Schedule"] = "* * * * * *";
        builder.Logging.SetMinimumLevel(LogLevel.Critical).AddFilter(level => level == LogLevel.Critical);
        builder.Services.AddSingleton(recorder);
        builder.Services.AddSingleton(HostJson.Read(LocalSettings.FindFile(HostJson.FileName)) with { RoutePrefix = "api" });
        configure?.Invoke(builder);
        var started = builder.Build();
        await started.StartAsync();
        return new TestHost(started, azurite.ConnectionString, name, recorder);
    }

    public QueueClient Queue(string suffix) => new(connectionString, Name + suffix, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });

    public QueueClient RawQueue(string suffix) => new(connectionString, Name + suffix);

    public BlobContainerClient Container(string suffix) => new(connectionString, Name + suffix);

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.StopAsync();
        host.Dispose();
    }
}
