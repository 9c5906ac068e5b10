using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.Functions.Gate.Entra;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Tokens;

namespace EDefter.Tests.Gate;

/// <summary>A directory of the tests' own: its key, its metadata, and the tokens it issues, with nothing of a network.</summary>
public sealed class LocalIssuer : IDocumentRetriever
{
    public const string Person = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0";

    /// <summary>Whom the tests' applications trust.</summary>
    public static LocalIssuer Shared { get; } = new();

    public Guid Tenant { get; } = Guid.Parse("7d2c1d0a-0000-4000-8000-000000000001");

    public string Audience { get; } = "5b9e6f0c-0000-4000-8000-000000000002";

    public EntraSettings Settings => new(Tenant, Audience);

    public RSA Key { get; private set; } = RSA.Create(2048);

    public string KeyId { get; private set; } = "key-1";

    /// <summary>It does not answer.</summary>
    public bool IsAway { get; set; }

    /// <summary>From now on it signs with another key.</summary>
    public void TakeAnotherKey() => (Key, KeyId) = (RSA.Create(2048), KeyId + "+");

    /// <summary>A good token with roles.</summary>
    public string TokenOf(params string[] roles) => Token(claims => claims["roles"] = new JsonArray([.. roles.Select(static role => (JsonNode)role)]));

    /// <param name="change">Changes the claims of a good token without roles.</param>
    /// <param name="now">When it is issued; an hour of life.</param>
    public string Token(Action<JsonObject> change, DateTimeOffset? now = null) => Signed(Claims(change, now), new JsonObject { ["typ"] = "JWT", ["alg"] = "RS256", ["kid"] = KeyId }, Sign);

    public JsonObject Claims(Action<JsonObject> change, DateTimeOffset? now = null)
    {
        var issued = (now ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Settings.Issuer,
            ["aud"] = Audience,
            ["tid"] = Tenant.ToString(),
            ["oid"] = Person,
            ["sub"] = "pairwise",
            ["ver"] = "2.0",
            ["name"] = "Nurgül Özışık",
            ["preferred_username"] = "nurgul@otel.example",
            ["iat"] = issued,
            ["nbf"] = issued,
            ["exp"] = issued + 3600,
        };
        change(claims);
        return claims;
    }

    public static string Signed(JsonObject claims, JsonObject header, Func<byte[], byte[]> sign)
    {
        var text = Base64UrlEncoder.Encode(header.ToJsonString()) + "." + Base64UrlEncoder.Encode(claims.ToJsonString());
        return text + "." + Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(text)));
    }

    public byte[] Sign(byte[] text) => Key.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        if (IsAway)
            throw new IOException("The directory does not answer.");
        return Task.FromResult(address switch
        {
            _ when address == Settings.Metadata => new JsonObject { ["issuer"] = Settings.Issuer, ["jwks_uri"] = "https://login.microsoftonline.com/keys" }.ToJsonString(),
            "https://login.microsoftonline.com/keys" => Keys(),
            _ => throw new IOException(address),
        });
    }

    private string Keys()
    {
        var open = Key.ExportParameters(includePrivateParameters: false);
        return new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = Base64UrlEncoder.Encode(open.Modulus), ["e"] = Base64UrlEncoder.Encode(open.Exponent) }) }.ToJsonString();
    }
}
