using Azure.Identity;
using EDefter.Storage;
using Microsoft.Azure.Functions.Worker.Builder;

namespace EDefter.Functions.Azure;

/// <summary>The program on Azure: storage by identity, the admin's key out of the vault.</summary>
internal static partial class AzureProgram
{
    public static async Task<int> RunAsync(FunctionsApplicationBuilder builder)
    {
        var settings = AzureSettings.Read(builder.Configuration);
        builder.UseEDefter(services => AddStorage(services, settings, TimeProvider.System), settings.AdminKey, TimeProvider.System);
        AzureTelemetry.Add(builder.Services, settings);
        using var app = builder.Build();
        var logger = app.Services.GetRequiredService<ILogger<AzureSettings>>();
        if (settings.IsAdminKeyUnresolved)
            LogNoAdmin(logger);
        if (VaultReference.IsUnanswered(builder.Configuration[SettingNames.WebhookKey]))
            LogNoWebhooks(logger);
        await app.RunAsync();
        return 0;
    }

    /// <summary>By identity, never by a key, unless a connection string is given (a stay on the storage emulator).</summary>
    internal static void AddStorage(IServiceCollection services, AzureSettings settings, TimeProvider clock)
    {
        if (settings.Account is { } account)
            services.AddEDefterStorage(account, new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.IdentityClientId)), clock);
        else
            services.AddEDefterStorage(settings.ConnectionString!, clock);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Admin key unresolved: the vault did not give it, so nobody is admin.")]
    private static partial void LogNoAdmin(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Webhook key unresolved: the vault did not give it, so webhooks are refused and told nothing.")]
    private static partial void LogNoWebhooks(ILogger logger);
}
