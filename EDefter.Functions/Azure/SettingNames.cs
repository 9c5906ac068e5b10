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

    /// <summary>Folder or ZIP of the authority's e-Defter package; without it documents are not held against the schemas.</summary>
    public const string GibPackage = "EDEFTER_GIB_PACKAGE";

    /// <summary>The key from which the secrets of webhooks are derived, at least 32 characters; without it no webhook can be made.</summary>
    public const string WebhookKey = "EDEFTER_WEBHOOK_KEY";

    /// <summary>Addresses and networks that are not public and may be called by webhooks all the same, also over http: <c>127.0.0.1, 10.1.2.0/24</c>.</summary>
    public const string WebhookPrivate = "EDEFTER_WEBHOOK_PRIVATE";

    /// <summary>Where spans and measures are sent on Azure; the host reads it too.</summary>
    public const string Insights = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>An OTLP receiver of spans and measures; OpenTelemetry's other standard variables (<c>OTEL_EXPORTER_OTLP_PROTOCOL</c>, <c>…_HEADERS</c>) hold beside it.</summary>
    public const string OtlpEndpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Id of the Entra ID tenant whose people may sign in; empty together with the audience: nobody signs in.</summary>
    public const string EntraTenant = "EDEFTER_ENTRA_TENANT";

    /// <summary>Id of the application for which their tokens must have been issued.</summary>
    public const string EntraAudience = "EDEFTER_ENTRA_AUDIENCE";

    /// <summary>Set by App Service itself, where its authentication is switched on.</summary>
    public const string PlatformSignIn = "WEBSITE_AUTH_ENABLED";

    /// <summary>For tuning: requests a minute in the long run, for each key and each person; 0: no limit.</summary>
    public const string RequestsPerMinute = "EDEFTER_REQUESTS_PER_MINUTE";

    /// <summary>For tuning: requests at once, after a rest.</summary>
    public const string RequestsBurst = "EDEFTER_REQUESTS_BURST";

    /// <summary>For tuning: wrong keys and tokens a minute, for each client address; 0: no limit.</summary>
    public const string GuessesPerMinute = "EDEFTER_GUESSES_PER_MINUTE";

    /// <summary>What a deployment may leave out.</summary>
    public static IReadOnlyList<string> Optional => [PartVouchers, GibPackage, WebhookPrivate, OtlpEndpoint, PlatformSignIn, RequestsPerMinute, RequestsBurst, GuessesPerMinute];
}
