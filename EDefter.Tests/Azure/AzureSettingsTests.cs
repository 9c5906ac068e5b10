using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions;
using EDefter.Functions.Azure;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Azure;

/// <summary>What the program makes of an app's settings on Azure.</summary>
public sealed class AzureSettingsTests
{
    private const string VaultReference = "@Microsoft.KeyVault(SecretUri=https://kv.vault.azure.net/secrets/edefter-admin-key)";

    private static readonly Dictionary<string, string?> ByIdentity = new(StringComparer.Ordinal)
    {
        [SettingNames.StorageBlobs] = "https://a.blob.core.windows.net/",
        [SettingNames.StorageQueues] = "https://a.queue.core.windows.net/",
        [SettingNames.StorageTables] = "https://a.table.core.windows.net/",
        [SettingNames.StorageIdentity] = "11111111-1111-1111-1111-111111111111",
        [SettingNames.AdminKey] = "anahtar",
    };

    [Fact]
    public void An_account_is_reached_by_its_addresses_and_an_identity()
    {
        var settings = Read(ByIdentity);
        Assert.Equal(("https://a.blob.core.windows.net/", "https://a.queue.core.windows.net/", "https://a.table.core.windows.net/"), (settings.Account!.Blobs.AbsoluteUri, settings.Account.Queues.AbsoluteUri, settings.Account.Tables.AbsoluteUri));
        Assert.Equal(("11111111-1111-1111-1111-111111111111", "anahtar", false), (settings.IdentityClientId, settings.AdminKey, settings.IsAdminKeyUnresolved));
        Assert.Null(settings.ConnectionString);
        // Every port stands; nothing is asked of Azure before somebody works.
        var services = new ServiceCollection();
        AzureProgram.AddStorage(services, settings, TimeProvider.System);
        using var provider = services.BuildServiceProvider();
        Assert.All((Type[])[typeof(IBlobs), typeof(IVoucherLog), typeof(ICompanies), typeof(IJobs), typeof(IKeys), typeof(IBackups)], port => Assert.NotNull(provider.GetService(port)));
    }

    [Fact]
    public void A_connection_string_is_taken_as_it_is()
    {
        var settings = Read(new Dictionary<string, string?>(StringComparer.Ordinal) { [SettingNames.Storage] = "UseDevelopmentStorage=true" });
        Assert.Equal("UseDevelopmentStorage=true", settings.ConnectionString);
        Assert.Null(settings.Account);
    }

    [Theory]
    [InlineData(SettingNames.StorageBlobs, null)]
    [InlineData(SettingNames.StorageQueues, "")]
    [InlineData(SettingNames.StorageTables, "a.table.core.windows.net")]
    [InlineData(SettingNames.StorageTables, "http://a.table.core.windows.net/")]
    [InlineData(SettingNames.StorageIdentity, null)]
    public void What_is_missing_or_no_https_address_stops_the_start(string name, string? value) =>
        Assert.Throws<InvalidOperationException>(() => Read(new Dictionary<string, string?>(ByIdentity, StringComparer.Ordinal) { [name] = value }));

    // App Service leaves the reference itself in the setting when the vault does not answer; who knows the vault's name would know the key.
    [Theory]
    [InlineData(VaultReference)]
    [InlineData(" @microsoft.keyvault(VaultName=kv;SecretName=edefter-admin-key)")]
    public void A_reference_that_the_vault_did_not_answer_is_nobodys_key(string given)
    {
        var settings = Read(new Dictionary<string, string?>(ByIdentity, StringComparer.Ordinal) { [SettingNames.AdminKey] = given });
        Assert.Null(settings.AdminKey);
        Assert.True(settings.IsAdminKeyUnresolved);
    }

    // The template deploys without a key of webhooks unless one is given, and so the setting is left with its reference.
    [Theory]
    [InlineData(VaultReference, true)]
    [InlineData(" @microsoft.keyvault(VaultName=kv;SecretName=edefter-webhook-key)", true)]
    [InlineData("0123456789abcdef0123456789abcdef", false)]
    public void A_reference_that_the_vault_did_not_answer_signs_no_webhook(string given, bool isMissing)
    {
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.Configuration[SettingNames.WebhookKey] = given;
        builder.UseEDefter("UseDevelopmentStorage=true", adminKey: null, TimeProvider.System);
        var key = Assert.Single(builder.Services, service => service.ServiceType == typeof(HookMasterKey)).ImplementationInstance;
        Assert.Equal(isMissing, ((HookMasterKey)key!).Bytes is null);
    }

    private static AzureSettings Read(Dictionary<string, string?> settings) => AzureSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
