namespace EDefter.Functions.Azure;

/// <summary>
/// A setting whose value stands in the vault. Where the vault does not give it, because the secret is not there or nobody may read it, App Service leaves the reference itself in the setting; whoever
/// knows the vault's name could write that down, so it is nobody's secret.
/// </summary>
internal static class VaultReference
{
    private const string Beginning = "@Microsoft.KeyVault(";

    /// <summary>The vault did not give the value.</summary>
    public static bool IsUnanswered(string? setting) => setting?.TrimStart().StartsWith(Beginning, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The value; null where there is none.</summary>
    public static string? ValueOf(string? setting) => IsUnanswered(setting) ? null : setting;
}
