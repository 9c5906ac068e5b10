using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Access;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace EDefter.Functions.Gate.Entra;

/// <summary>
/// Recognises people by an access token of their company's directory (docs/decisions/access.md). The issuer's keys come from its metadata, which the library fetches, keeps and
/// refreshes when a token names a key that it does not know.
/// </summary>
public sealed partial class EntraTokens
{
    // Clocks of two houses differ by so much at most.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);
    private const int TokenBytesMax = 32 * 1024;

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = TokenBytesMax, MapInboundClaims = false };
    private readonly ConfigurationManager<OpenIdConnectConfiguration>? metadata;
    private readonly TokenValidationParameters? parameters;
    private readonly ILogger<EntraTokens> logger;

    /// <param name="switches">Whose tokens are taken, or nobody's.</param>
    /// <param name="documents">Fetches the issuer's metadata and keys.</param>
    /// <param name="clock">The one clock of the house.</param>
    /// <param name="logger">Hears why a token was refused, and nothing of what it says.</param>
    public EntraTokens(EntraSwitch switches, IDocumentRetriever documents, TimeProvider clock, ILogger<EntraTokens> logger)
    {
        this.logger = logger;
        if (switches.Settings is not { } settings)
            return;
        metadata = new ConfigurationManager<OpenIdConnectConfiguration>(settings.Metadata, new OpenIdConnectConfigurationRetriever(), documents);
        parameters = new TokenValidationParameters
        {
            ConfigurationManager = metadata,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ValidAudience = settings.Audience,
            // Directories share keys: the issuer alone tells them apart, so it is compared here and never taken from the metadata.
            IssuerValidator = (issuer, _, _) => string.Equals(issuer, settings.Issuer, StringComparison.Ordinal) ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer."),
            LifetimeValidator = (from, to, _, _) => IsAlive(from, to, clock.GetUtcNow().UtcDateTime),
            ValidateIssuerSigningKey = true,
        };
    }

    public bool IsOn => parameters is not null;

    /// <returns>Who he is and what his roles give; or the refusal. Only a token that is genuine hears that its time is over.</returns>
    public async Task<Outcome<Recognised>> RecogniseAsync(string token, CancellationToken cancellationToken)
    {
        if (parameters is null || metadata is null)
            return Refusals.Unauthenticated();
        try
        {
            await metadata.GetConfigurationAsync(cancellationToken);
        }
        catch (InvalidOperationException away)
        {
            LogAway(logger, away.GetBaseException().GetType().Name);
            return Refusals.SignInAway();
        }

        var judged = await handler.ValidateTokenAsync(token, parameters);
        if (!judged.IsValid)
        {
            var reason = judged.Exception.GetType().Name;
            LogRefused(logger, reason);
            return judged.Exception is SecurityTokenExpiredException ? Refusals.SignInExpired() : Refusals.Unauthenticated();
        }

        return Read((JsonWebToken)judged.SecurityToken);
    }

    private static Outcome<Recognised> Read(JsonWebToken token)
    {
        if (!Guid.TryParseExact(Claim(token, "oid"), "D", out var person))
            return Refusals.Unauthenticated();
        var grants = EntraRoles.GrantsOf([.. token.Claims.Where(static claim => claim.Type == "roles").Select(static claim => claim.Value)]);
        if (grants.Count == 0)
            return Refusals.NoRole();
        return new Recognised(new Caller($"entra-{person:D}", grants)) { IsByToken = true, Person = Claim(token, "name") ?? Claim(token, "preferred_username") };
    }

    private static string? Claim(JsonWebToken token, string name) => token.TryGetPayloadValue<string>(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;

    // The library asks for lifetimes only after the signature: who hears that his time is over has a token that was good once.
    private static bool IsAlive(DateTime? from, DateTime? to, DateTime now)
    {
        if (to is not { } end)
            throw new SecurityTokenNoExpirationException("A token without an end.");
        if (now >= end + Skew)
            throw new SecurityTokenExpiredException("Its time is over.") { Expires = end };
        return from is null || now >= from - Skew ? true : throw new SecurityTokenNotYetValidException("Its time has not come.");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A token was refused: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The metadata of the directory could not be fetched: {Fault}.")]
    private static partial void LogAway(ILogger logger, string fault);
}
