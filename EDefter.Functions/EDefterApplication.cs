using System.Globalization;
using System.Security.Cryptography;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Auditing;
using EDefter.Functions.Azure;
using EDefter.Functions.Gate;
using EDefter.Functions.Gate.Entra;
using EDefter.Functions.Gate.Limits;
using EDefter.Functions.Http;
using EDefter.Functions.Rehearsal;
using EDefter.Functions.Telemetry;
using EDefter.Functions.Webhooks;
using EDefter.Storage;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;

namespace EDefter.Functions;

/// <summary>What the application is made of, the same on Azure, on a developer's machine and in tests.</summary>
public static class EDefterApplication
{
    /// <param name="builder">The worker's builder.</param>
    /// <param name="storage">Connection string of the storage account.</param>
    /// <param name="adminKey">The admin's key; null or empty: there is no admin.</param>
    /// <param name="clock">The one clock of the house.</param>
    public static FunctionsApplicationBuilder UseEDefter(this FunctionsApplicationBuilder builder, string storage, string? adminKey, TimeProvider clock) =>
        builder.UseEDefter(services => services.AddEDefterStorage(storage, clock), adminKey, clock);

    /// <param name="builder">The worker's builder.</param>
    /// <param name="addStorage">Adds the ports over storage.</param>
    /// <param name="adminKey">The admin's key; null or empty: there is no admin.</param>
    /// <param name="clock">The one clock of the house.</param>
    public static FunctionsApplicationBuilder UseEDefter(this FunctionsApplicationBuilder builder, Action<IServiceCollection> addStorage, string? adminKey, TimeProvider clock)
    {
        builder.ConfigureFunctionsWebApplication();
        builder.UseMiddleware<InvocationWatch>();
        builder.UseMiddleware<AnswerSender>();
        builder.UseMiddleware<AuditMiddleware>();
        builder.UseMiddleware<GateMiddleware>();
        builder.UseMiddleware<RequestLimits>();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(AdminKey.From(adminKey));
        builder.Services.AddSingleton(AccessPaces.From(builder.Configuration[SettingNames.RequestsPerMinute], builder.Configuration[SettingNames.RequestsBurst], builder.Configuration[SettingNames.GuessesPerMinute]));
        var entra = EntraSettings.From(builder.Configuration[SettingNames.EntraTenant], builder.Configuration[SettingNames.EntraAudience]);
        builder.Services.AddSingleton(new EntraSwitch(entra, PlatformSignIn.From(builder.Configuration[SettingNames.PlatformSignIn], entra)));
        builder.Services.AddSingleton<SecretSource>(RandomNumberGenerator.GetBytes);
        builder.Services.AddSingleton(HookMasterKey.From(VaultReference.ValueOf(builder.Configuration[SettingNames.WebhookKey]))).AddSingleton(HookNetworks.From(builder.Configuration[SettingNames.WebhookPrivate]));
        builder.Services.AddSingleton<IHookSender>(provider => new HttpHookSender(provider.GetRequiredService<HookNetworks>(), clock));
        addStorage(builder.Services);
        if (builder.Configuration[SettingNames.PartVouchers] is { Length: > 0 } vouchers)
            builder.Services.AddSingleton(new PartSize(int.Parse(vouchers, NumberStyles.None, CultureInfo.InvariantCulture)));
        var package = builder.Configuration[SettingNames.GibPackage];
        builder.Services.AddSingleton<ISchemaJudge>(provider => new ConfiguredPackage(package, provider.GetRequiredService<ILogger<ConfiguredPackage>>()));
        builder.Services.AddWatch();
        builder.AddOtlp();
        builder.Services.AddUseCases();
        builder.Services.AddHostedService<RecordRefusedTries>();
        // The worker's default is 30 MB.
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = RequestBody.WireBytesMax);
        return builder;
    }
}
