using Azure.Core;
using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using EDefter.Functions.Telemetry;

namespace EDefter.Functions.Azure;

/// <summary>Spans and measures of the program to Application Insights. The host sends requests and logs by its own integration, from which the alerts read.</summary>
internal static class AzureTelemetry
{
    /// <param name="services">The services.</param>
    /// <param name="settings">Without <see cref="AzureSettings.Insights"/> nothing is sent.</param>
    /// <param name="name">Of source and meter.</param>
    public static void Add(IServiceCollection services, AzureSettings settings, string name = Instruments.Name)
    {
        if (settings.Insights is not { } connection)
            return;
        // As the account of storage, it takes nothing from those who only know an address.
        TokenCredential? credential = settings.IdentityClientId is { } identity ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(identity)) : null;
        services.AddSignals(name)
            .WithTracing(tracing => tracing.AddAzureMonitorTraceExporter(Choose))
            .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(Choose));

        void Choose(AzureMonitorExporterOptions options)
        {
            options.ConnectionString = connection;
            options.Credential = credential;
            // Nothing is thinned out, nothing is derived from it or measured of the machine besides, and nothing that could not be sent stays on a disk.
            options.SamplingRatio = 1;
            options.TracesPerSecond = null;
            options.EnableStandardMetrics = false;
            options.EnablePerformanceCounters = false;
            options.EnableLiveMetrics = false;
            options.DisableOfflineStorage = true;
        }
    }
}
