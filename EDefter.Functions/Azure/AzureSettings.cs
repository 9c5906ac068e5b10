using EDefter.Storage;

namespace EDefter.Functions.Azure;

/// <summary>What the app's settings say of storage and of the admin, read once at start.</summary>
/// <param name="Account">The account, reached by identity; null when there is a connection string.</param>
/// <param name="IdentityClientId">Of the user-assigned identity; null with a connection string.</param>
/// <param name="ConnectionString">Null when the account is reached by identity.</param>
/// <param name="AdminKey">Null: there is no admin.</param>
/// <param name="IsAdminKeyUnresolved">The vault did not give the admin's key.</param>
/// <param name="Insights">Connection string of Application Insights; null: nothing is sent there.</param>
internal sealed record AzureSettings(StorageAccount? Account, string? IdentityClientId, string? ConnectionString, string? AdminKey, bool IsAdminKeyUnresolved, string? Insights = null)
{
    /// <exception cref="InvalidOperationException">The settings describe no storage account.</exception>
    public static AzureSettings Read(IConfiguration configuration)
    {
        var given = configuration[SettingNames.AdminKey];
        var (adminKey, isUnresolved) = (VaultReference.ValueOf(given), VaultReference.IsUnanswered(given));
        var insights = configuration[SettingNames.Insights] is { Length: > 0 } named ? named : null;
        if (configuration[SettingNames.Storage] is { Length: > 0 } connectionString)
            return new AzureSettings(Account: null, IdentityClientId: null, connectionString, adminKey, isUnresolved, insights);
        var account = new StorageAccount
        {
            Blobs = Service(configuration, SettingNames.StorageBlobs),
            Queues = Service(configuration, SettingNames.StorageQueues),
            Tables = Service(configuration, SettingNames.StorageTables),
        };
        return new AzureSettings(account, Needed(configuration, SettingNames.StorageIdentity), ConnectionString: null, adminKey, isUnresolved, insights);
    }

    private static Uri Service(IConfiguration configuration, string name) =>
        Uri.TryCreate(Needed(configuration, name), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new InvalidOperationException($"The setting {name} is no https address.");

    private static string Needed(IConfiguration configuration, string name) =>
        configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"The setting {name.Replace(":", "__", StringComparison.Ordinal)} is missing.");
}
