namespace EDefter.Functions.Azure;

/// <summary>Every setting that the program reads on Azure; infra/ sets those that are not for tuning, and a test holds both to each other.</summary>
internal static class SettingNames
{
    /// <summary>A connection string, or the section below which the account is described. The Functions host reads the same ones for its triggers.</summary>
    public const string Storage = "AzureWebJobsStorage";

    public const string StorageBlobs = Storage + ":blobServiceUri";

    public const string StorageQueues = Storage + ":queueServiceUri";

    public const string StorageTables = Storage + ":tableServiceUri";

    /// <summary>Client id of the user-assigned identity that reaches the account.</summary>
    public const string StorageIdentity = Storage + ":clientId";

    public const string AdminKey = "EDEFTER_ADMIN_KEY";

    /// <summary>For tuning: how many vouchers a part of a check has.</summary>
    public const string PartVouchers = "EDEFTER_PART_VOUCHERS";
}
