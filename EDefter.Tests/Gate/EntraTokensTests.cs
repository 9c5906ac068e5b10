using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Workflow.Access;
using EDefter.Functions.Gate.Entra;
using EDefter.Tests.Workflow;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>Which tokens of a directory open the gate, and what they give.</summary>
public sealed class EntraTokensTests
{
    private const string Accountant = "EDefter.Accountant.ornek-otel";
    private static readonly LocalIssuer Issuer = LocalIssuer.Shared;
    private static readonly RSA Stranger = RSA.Create(2048);
    private readonly SteppedClock clock = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What is wrong with a token, and what is said of it.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "the issuer's first version", "unauthenticated" },
        { "another directory with the same key", "unauthenticated" },
        { "another directory with a slash", "unauthenticated" },
        { "no issuer", "unauthenticated" },
        { "another application", "unauthenticated" },
        { "no audience", "unauthenticated" },
        { "over", "sign-in-expired" },
        { "over and changed", "unauthenticated" },
        { "not yet", "unauthenticated" },
        { "without an end", "unauthenticated" },
        { "no algorithm", "unauthenticated" },
        { "no algorithm and no signature", "unauthenticated" },
        { "HS256 with the public key's bytes", "unauthenticated" },
        { "HS256 with the public key as PEM", "unauthenticated" },
        { "RS512", "unauthenticated" },
        { "another key under this name", "unauthenticated" },
        { "another key under another name", "unauthenticated" },
        { "its own key in the header", "unauthenticated" },
        { "a role more than was signed", "unauthenticated" },
        { "no signature", "unauthenticated" },
        { "no person", "unauthenticated" },
        { "a person without an id", "unauthenticated" },
        { "no token", "unauthenticated" },
        { "two points", "unauthenticated" },
        { "very long", "unauthenticated" },
        { "no roles", "no-role" },
        { "a role without a company", "no-role" },
        { "a role with a point only", "no-role" },
        { "a role of another program", "no-role" },
        { "a role in small letters", "no-role" },
        { "the calendar's role", "no-role" },
        { "an admin of one company", "no-role" },
    };

    [Fact]
    public async Task A_good_token_gives_the_roles_that_it_names()
    {
        var found = await RecogniseAsync(Issuer.Token(Roles("EDefter.Erp.a", Accountant, "Baska.Accountant.b", "EDefter.Integrator.ornek-otel", Accountant), Now));
        Assert.Null(found.Refusal?.Type);
        var (recognised, caller) = (found.Value!, found.Value!.Caller);
        Assert.Equal([new Grant(Role.Accountant, "ornek-otel"), new Grant(Role.Integrator, "ornek-otel"), new Grant(Role.Erp, "a")], caller.Grants);
        Assert.Equal(("entra-" + LocalIssuer.Person, Role.Accountant, true, "Nurgül Özışık"), (caller.KeyId, caller.Role, recognised.IsByToken, recognised.Person));
        Assert.Equal(["a", "ornek-otel"], caller.Companies);
        // A role of one company is none in another.
        Assert.False(caller.As([Role.Accountant])!.Reaches("a"));
        Assert.Null(caller.At("a")!.As([Role.Accountant]));
    }

    [Fact]
    public async Task One_role_may_stand_alone_and_an_admin_reaches_every_company()
    {
        var found = await RecogniseAsync(Issuer.Token(claims => claims["roles"] = "EDefter.Admin", Now));
        Assert.Equal([new Grant(Role.Admin, Company: null)], found.Value!.Caller.Grants);
        Assert.True(found.Value.Caller.Reaches("ornek-otel"));
        Assert.Null(found.Value.Caller.Companies);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Any_other_token_opens_nothing(string what, string refusal) => Assert.Equal(refusal, (await RecogniseAsync(Make(what))).Refusal?.Type ?? "in");

    [Fact]
    public async Task Clocks_may_differ_by_a_minute()
    {
        foreach (var (seconds, refusal) in new (int, string)[] { (-3601, "in"), (-3659, "in"), (-3660, "sign-in-expired"), (59, "in"), (61, "unauthenticated") })
            Assert.Equal(refusal, (await RecogniseAsync(Issuer.Token(Roles(Accountant), Now.AddSeconds(seconds)))).Refusal?.Type ?? "in");
    }

    [Fact]
    public async Task A_new_key_of_the_directory_is_fetched_when_a_token_names_it()
    {
        var issuer = new LocalIssuer();
        var tokens = Tokens(issuer);
        Assert.Null((await tokens.RecogniseAsync(issuer.Token(Roles(Accountant), Now), Cancellation)).Refusal?.Type);
        issuer.TakeAnotherKey();
        var token = issuer.Token(Roles(Accountant), Now);
        // The library may fetch beside the request: the next one finds the key.
        for (var n = 0; n < 100 && (await tokens.RecogniseAsync(token, Cancellation)).IsRefused; n++)
            await Task.Delay(20, Cancellation);
        Assert.Null((await tokens.RecogniseAsync(token, Cancellation)).Refusal?.Type);
    }

    [Fact]
    public async Task A_directory_that_does_not_answer_is_told_as_such_and_asked_again()
    {
        var issuer = new LocalIssuer { IsAway = true };
        var tokens = Tokens(issuer);
        var token = issuer.Token(Roles(Accountant), Now);
        var away = (await tokens.RecogniseAsync(token, Cancellation)).Refusal!;
        Assert.Equal(("sign-in-away", 503, 30), (away.Type, away.Status, away.RetryAfter));
        issuer.IsAway = false;
        for (var n = 0; n < 200 && (await tokens.RecogniseAsync(token, Cancellation)).IsRefused; n++)
            await Task.Delay(20, Cancellation);
        Assert.Null((await tokens.RecogniseAsync(token, Cancellation)).Refusal?.Type);
    }

    [Fact]
    public async Task Without_settings_nobody_signs_in_and_half_of_them_stop_the_start()
    {
        var off = new EntraTokens(new EntraSwitch(EntraSettings.From(tenant: null, audience: "")), Issuer, clock, NullLogger<EntraTokens>.Instance);
        Assert.False(off.IsOn);
        Assert.Equal("unauthenticated", (await off.RecogniseAsync(Issuer.Token(Roles(Accountant), Now), Cancellation)).Refusal!.Type);
        Assert.Equal(Issuer.Settings, EntraSettings.From(Issuer.Tenant.ToString(), $" {Issuer.Audience} "));
        foreach (var (tenant, audience) in new (string?, string?)[] { ("common", "a"), ("organizations", "a"), (Issuer.Tenant.ToString(), null), (null, "a") })
            Assert.Throws<InvalidOperationException>(() => EntraSettings.From(tenant, audience));
    }

    [Fact]
    public async Task The_log_says_why_and_nothing_of_what_a_token_says()
    {
        var logger = new WrittenLines<EntraTokens>();
        var tokens = new EntraTokens(new EntraSwitch(Issuer.Settings), Issuer, clock, logger);
        foreach (var what in Wrong.Select(row => row.Data.Item1))
            await tokens.RecogniseAsync(Make(what), Cancellation);
        Assert.Contains("A token was refused: SecurityTokenExpiredException.", logger.Written);
        Assert.Contains("A token was refused: SecurityTokenInvalidAudienceException.", logger.Written);
        Assert.All(logger.Written, line => Assert.Matches("^A token was refused: [A-Za-z]+\\.$", line));
    }

    private static Action<JsonObject> Roles(params string[] roles) => claims => claims["roles"] = new JsonArray([.. roles.Select(static role => (JsonNode)role)]);

    private static JsonObject Header(string algorithm, string? key = null) => new() { ["typ"] = "JWT", ["alg"] = algorithm, ["kid"] = key ?? Issuer.KeyId };

    private string Make(string what)
    {
        var good = Issuer.Claims(Roles(Accountant), Now);
        var parts = Issuer.Token(Roles(Accountant), Now).Split('.');
        var old = Issuer.Token(Roles(Accountant), Now.AddHours(-2));
        return what switch
        {
            "the issuer's first version" => Changed(claims => claims["iss"] = $"https://sts.windows.net/{Issuer.Tenant}/"),
            "another directory with the same key" => Changed(claims => (claims["iss"], claims["tid"]) = ($"https://login.microsoftonline.com/{Guid.AllBitsSet}/v2.0", Guid.AllBitsSet.ToString())),
            "another directory with a slash" => Changed(claims => claims["iss"] = Issuer.Settings.Issuer + "/"),
            "no issuer" => Changed(claims => claims.Remove("iss")),
            "another application" => Changed(claims => claims["aud"] = "00000003-0000-0000-c000-000000000000"),
            "no audience" => Changed(claims => claims.Remove("aud")),
            "over" => old,
            "over and changed" => old[..^8] + "AAAAAAAA",
            "not yet" => Issuer.Token(Roles(Accountant), Now.AddHours(1)),
            "without an end" => Changed(claims => claims.Remove("exp")),
            "no algorithm" => LocalIssuer.Signed(good, Header("none"), Issuer.Sign),
            "no algorithm and no signature" => LocalIssuer.Signed(good, Header("none"), static _ => []),
            "HS256 with the public key's bytes" => LocalIssuer.Signed(good, Header("HS256"), text => HMACSHA256.HashData(Issuer.Key.ExportSubjectPublicKeyInfo(), text)),
            "HS256 with the public key as PEM" => LocalIssuer.Signed(good, Header("HS256"), text => HMACSHA256.HashData(Encoding.ASCII.GetBytes(Issuer.Key.ExportSubjectPublicKeyInfoPem()), text)),
            "RS512" => LocalIssuer.Signed(good, Header("RS512"), text => Issuer.Key.SignData(text, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1)),
            "another key under this name" => LocalIssuer.Signed(good, Header("RS256"), static text => Stranger.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            "another key under another name" => LocalIssuer.Signed(good, Header("RS256", "yok"), static text => Stranger.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            "its own key in the header" => LocalIssuer.Signed(good, WithOwnKey(Stranger), static text => Stranger.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            "a role more than was signed" => $"{parts[0]}.{Base64UrlEncoder.Encode(Issuer.Claims(Roles("EDefter.Admin"), Now).ToJsonString())}.{parts[2]}",
            "no signature" => $"{parts[0]}.{parts[1]}.",
            "no person" => Changed(claims => claims.Remove("oid")),
            "a person without an id" => Changed(claims => claims["oid"] = "admin"),
            "no token" => "Nurgül",
            "two points" => "..",
            "very long" => Changed(claims => claims["uzun"] = new string('x', 40_000)),
            "no roles" => Issuer.Token(static _ => { }, Now),
            "a role without a company" => Issuer.Token(Roles("EDefter.Accountant"), Now),
            "a role with a point only" => Issuer.Token(Roles("EDefter.Accountant."), Now),
            "a role of another program" => Issuer.Token(Roles("Accountant.ornek-otel", "XEDefter.Admin"), Now),
            "a role in small letters" => Issuer.Token(Roles("edefter.admin"), Now),
            "the calendar's role" => Issuer.Token(Roles("EDefter.Calendar.ornek-otel"), Now),
            "an admin of one company" => Issuer.Token(Roles("EDefter.Admin.ornek-otel"), Now),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, message: null),
        };
    }

    private string Changed(Action<JsonObject> change) => Issuer.Token(
        claims =>
        {
            Roles(Accountant)(claims);
            change(claims);
        },
        Now);

    private static JsonObject WithOwnKey(RSA key)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        var header = Header("RS256");
        header["jwk"] = new JsonObject { ["kty"] = "RSA", ["n"] = Base64UrlEncoder.Encode(open.Modulus), ["e"] = Base64UrlEncoder.Encode(open.Exponent) };
        return header;
    }

    private Task<Core.Workflow.Outcome<Recognised>> RecogniseAsync(string token) => Tokens(Issuer).RecogniseAsync(token, Cancellation);

    private EntraTokens Tokens(LocalIssuer issuer) => new(new EntraSwitch(issuer.Settings), issuer, clock, NullLogger<EntraTokens>.Instance);
}
