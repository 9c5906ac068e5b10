using EDefter.Core.Workflow.Ports;
using EDefter.Functions.Azure;
using EDefter.Functions.Health;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace EDefter.Functions.Telemetry;

/// <summary>Who hears the program's spans and measures: nobody, unless a setting names a receiver. Logs are the host's, and are not exported from here.</summary>
internal static class TelemetryExport
{
    public static IServiceCollection AddWatch(this IServiceCollection services) =>
        services.AddSingleton(_ => new Instruments()).AddSingleton<FunctionTable>().AddSingleton<IWorkWatch, WorkWatch>();

    /// <summary>Sends to an OTLP receiver where the standard variables of OpenTelemetry name one.</summary>
    public static void AddOtlp(this IHostApplicationBuilder builder, string name = Instruments.Name)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[SettingNames.OtlpEndpoint]))
            return;
        builder.Services.AddSignals(name).WithTracing(tracing => tracing.AddOtlpExporter()).WithMetrics(metrics => metrics.AddOtlpExporter());
    }

    /// <summary>What every receiver hears: the program's own source and meter. Azure's SDK stays silent, for its spans carry addresses with companies in them.</summary>
    public static OpenTelemetryBuilder AddSignals(this IServiceCollection services, string name = Instruments.Name) =>
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("EDefter", serviceVersion: ProgramVersion.Text))
            .WithTracing(tracing => tracing.AddSource(name))
            .WithMetrics(metrics => metrics.AddMeter(name));
}
