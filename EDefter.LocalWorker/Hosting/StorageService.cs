using EDefter.LocalWorker.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Hosting;

/// <summary>Says what this is, and has storage running before anything needs it.</summary>
internal sealed partial class StorageService(IConfiguration configuration, IOptions<LocalWorkerOptions> options, ILogger<StorageService> log) : IHostedService
{
    private DevelopmentStorage? storage;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        LogBanner(log);
        if (!StorageConnections.IsDevelopmentStorage(configuration["AzureWebJobsStorage"]))
            return;
        var folder = options.Value.AzuriteFolder ?? Path.Combine(RepositoryFolder.Find() ?? Environment.CurrentDirectory, ".azurite");
        storage = await DevelopmentStorage.EnsureAsync(folder, AzuritePorts.Default, cancellationToken);
        if (storage.IsStarted)
            LogStarted(log, folder);
        else
            LogFound(log);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (storage is not null)
            await storage.DisposeAsync();
    }

    [LoggerMessage(LogLevel.Information, "EDefter.LocalWorker: geliştirme için yerel çalıştırıcı; Azure Functions'ın kendisi değildir. / A local stand-in for development, not Azure Functions itself.")]
    private static partial void LogBanner(ILogger log);

    [LoggerMessage(LogLevel.Information, "Azurite başlatıldı; veriler {Folder} klasöründe. / Azurite was started; its data is in this folder.")]
    private static partial void LogStarted(ILogger log, string folder);

    [LoggerMessage(LogLevel.Information, "Yerel depolama zaten çalışıyor; o kullanılacak. / Local storage is already running and will be used.")]
    private static partial void LogFound(ILogger log);
}
