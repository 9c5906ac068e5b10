namespace EDefter.Functions.Gate;

/// <summary>
/// What a request shows of itself. One counts: the key's header before the token, then the token that the platform's sign-in hands on, and the address last. The platform's is a token like any
/// other and is judged like one; but the browser sends the sign-in's cookie along whoever asks it to, so it counts only beside a header that no other site's page can set.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The key or the token; never empty.</param>
public sealed record Credential(CredentialKind Kind, string Text)
{
    public const string KeyHeader = "X-Api-Key";

    public const string Bearer = "Bearer";

    /// <summary>Where App Service authentication puts the ID token of who signed in.</summary>
    public const string SignedInHeader = "X-MS-TOKEN-AAD-ID-TOKEN";

    /// <summary>Set by the console's own pages. A page of another site cannot: the browser would ask first whether it may, and nothing here says yes.</summary>
    public const string OwnPageHeader = "X-EDefter-Page";

    private const string KeyParameter = "key";

    /// <returns>Null: it shows nothing.</returns>
    public static Credential? Of(HttpRequest request)
    {
        if (request.Headers.TryGetValue(KeyHeader, out var key))
            return From(CredentialKind.Key, key);
        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase))
            return From(CredentialKind.Token, authorization[(Bearer.Length + 1)..].Trim());
        return request.Headers.ContainsKey(OwnPageHeader) && request.Headers.TryGetValue(SignedInHeader, out var token)
            ? From(CredentialKind.Token, token)
            : From(CredentialKind.KeyInAddress, request.Query[KeyParameter]);
    }

    private static Credential? From(CredentialKind kind, string? text) => string.IsNullOrEmpty(text) ? null : new Credential(kind, text);
}
