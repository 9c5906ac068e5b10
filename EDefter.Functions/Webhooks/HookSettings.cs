namespace EDefter.Functions.Webhooks;

/// <summary>The settings of webhooks.</summary>
public static class HookSettings
{
    /// <summary>The key from which all secrets are derived, at least 32 characters; without it no webhook can be made.</summary>
    public const string MasterKey = "EDEFTER_WEBHOOK_KEY";

    /// <summary>Addresses and networks that are not public and may be called all the same, also over http: <c>127.0.0.1, 10.1.2.0/24</c>.</summary>
    public const string PrivateNetworks = "EDEFTER_WEBHOOK_PRIVATE";
}
