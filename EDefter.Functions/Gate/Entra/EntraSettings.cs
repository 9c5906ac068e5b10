namespace EDefter.Functions.Gate.Entra;

/// <summary>Whose tokens are taken.</summary>
/// <param name="Tenant">The directory's id.</param>
/// <param name="Audience">The application's id, for which tokens must have been issued.</param>
public sealed record EntraSettings(Guid Tenant, string Audience)
{
    /// <summary>Who issues this directory's tokens of version 2.</summary>
    public string Issuer => $"https://login.microsoftonline.com/{Tenant:D}/v2.0";

    /// <summary>Where the issuer tells its keys.</summary>
    public string Metadata => Issuer + "/.well-known/openid-configuration";

    /// <returns>Null: both are absent, nobody signs in.</returns>
    /// <exception cref="InvalidOperationException">One is missing, or the tenant is no id: a name such as <c>common</c> would let every directory in.</exception>
    public static EntraSettings? From(string? tenant, string? audience)
    {
        if (string.IsNullOrWhiteSpace(tenant) && string.IsNullOrWhiteSpace(audience))
            return null;
        if (!Guid.TryParseExact(tenant, "D", out var id) || string.IsNullOrWhiteSpace(audience))
            throw new InvalidOperationException("Signing in with Entra ID takes both settings: the tenant's id and the audience.");
        return new EntraSettings(id, audience.Trim());
    }
}
