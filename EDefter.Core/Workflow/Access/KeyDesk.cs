using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>Issues, lists, revokes and recognises API keys. A key is <c>{id}.{secret}</c>; only the secret's hash is kept.</summary>
public sealed class KeyDesk(IKeys keys, ICompanies companies, TimeProvider clock, SecretSource secrets, AdminKey admin)
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");
    private static readonly TimeSpan BetweenTouches = TimeSpan.FromMinutes(10);

    /// <returns>The caller, or null: the key is unknown, revoked, expired or wrong. Which of these is not told.</returns>
    public async Task<Caller?> RecogniseAsync(string? presented, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(presented))
            return null;
        if (admin.Hash is { } adminHash && SameHash(adminHash, ContentHash.Of(presented)))
            return new Caller(Caller.AdminKeyId, Role.Admin, Company: null);
        var dot = presented.IndexOf('.', StringComparison.Ordinal);
        if (dot != 16 || presented.AsSpan(0, dot).IndexOfAnyExcept(LowerHex) >= 0)
            return null;
        var key = await keys.FindAsync(presented[..dot], cancellationToken);
        var now = clock.GetUtcNow();
        if (key is null || !SameHash(key.SecretHash, ContentHash.Of(presented[(dot + 1)..])) || key.RevokedAt is not null || IsExpired(key, now))
            return null;
        if (Roles.Parse(key.Role) is not { } role || role == Role.Admin)
            return null;
        if (key.LastUsedAt is not { } last || now - last > BetweenTouches)
            await keys.TouchAsync(key, now, cancellationToken);
        return new Caller(key.Id, role, key.Company);
    }

    public async Task<Outcome<IssuedKey>> IssueAsync(string company, string? role, string? name, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (Roles.Parse(role) is not { } parsed || parsed == Role.Admin)
            return Refusals.InvalidBody("Anahtarın rolü (role) erp, accountant, integrator ya da calendar olmalıdır.");
        if (string.IsNullOrWhiteSpace(name))
            return Refusals.InvalidBody("Anahtarın adı (name) boş olamaz; kim ya da hangi sistem için olduğunu yazın.");
        var id = Convert.ToHexStringLower(secrets(8));
        var secret = Convert.ToHexStringLower(secrets(32));
        await keys.InsertAsync(new ApiKey { Id = id, Company = company, Role = parsed.ToWire(), Name = name, SecretHash = ContentHash.Of(secret), CreatedAt = clock.GetUtcNow(), ExpiresOn = expiresOn }, cancellationToken);
        return new IssuedKey(id, $"{id}.{secret}", parsed.ToWire(), name, expiresOn);
    }

    public async Task<Outcome<IAsyncEnumerable<ApiKey>>> ListAsync(string company, CancellationToken cancellationToken) =>
        await companies.FindAsync(company, cancellationToken) is null ? Refusals.UnknownCompany(company) : Outcomes.Of(keys.ListAsync(company, cancellationToken));

    public Task<bool> RevokeAsync(string company, string id, CancellationToken cancellationToken) => keys.RevokeAsync(company, id, clock.GetUtcNow(), cancellationToken);

    // The last day counts whole, as people read "valid until"; Türkiye is three hours ahead of UTC.
    private static bool IsExpired(ApiKey key, DateTimeOffset now) => key.ExpiresOn is { } last && TurkishDay.Of(now) > last;

    private static bool SameHash(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
