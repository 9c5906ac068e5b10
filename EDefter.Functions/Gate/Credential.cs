namespace EDefter.Functions.Gate;

/// <summary>What a request shows of itself. One counts: the key's header before the token, and the address last.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The key or the token; never empty.</param>
public sealed record Credential(CredentialKind Kind, string Text)
{
    public const string KeyHeader = "X-Api-Key";

    public const string Bearer = "Bearer";

    private const string KeyParameter = "key";

    /// <returns>Null: it shows nothing.</returns>
    public static Credential? Of(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var key))
            return From(CredentialKind.Key, key);
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase)
            ? From(CredentialKind.Token, authorization[(Bearer.Length + 1)..].Trim())
            : From(CredentialKind.KeyInAddress, request.Query[KeyParameter]);
    }

    private static Credential? From(CredentialKind kind, string? text) => string.IsNullOrEmpty(text) ? null : new Credential(kind, text);
}
