using EDefter.Core.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>Issues, rotates, lists and revokes the API keys of companies.</summary>
public sealed class KeyDesk(IKeys keys, ICompanies companies, TimeProvider clock, SecretSource secrets)
{
    /// <summary>How long a rotated key is good beside its successor when nobody says otherwise.</summary>
    public const int OverlapHours = 24;

    /// <summary>The longest overlap: thirty days.</summary>
    public const int OverlapHoursMost = 30 * 24;

    public async Task<Outcome<IssuedKey>> IssueAsync(string company, string? role, string? name, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (Roles.Parse(role) is not { } parsed || parsed == Role.Admin)
            return Refusals.InvalidKey("role", "Anahtarın rolü \"erp\", \"accountant\", \"integrator\" ya da \"calendar\" olmalıdır.");
        if (string.IsNullOrWhiteSpace(name))
            return Refusals.InvalidKey("name", "Anahtarın adı boş olamaz; kim ya da hangi sistem için olduğunu yazın.");
        if (IsPast(expiresOn))
            return PastLastDay();
        var (key, secret) = New(company, parsed.ToWire(), name, expiresOn, replaces: null);
        await keys.InsertAsync(key, cancellationToken);
        return Told(key, secret, until: null);
    }

    /// <summary>A key of the same role, name and company with a secret of its own; the old one stays good for a while beside it, so that nobody stands before a closed door.</summary>
    /// <param name="company">The company.</param>
    /// <param name="id">The key that is to be replaced; one whose time is over may be.</param>
    /// <param name="overlapHours">How long the old one stays good, 0 to <see cref="OverlapHoursMost"/>; null means <see cref="OverlapHours"/>. Never longer than it would have been.</param>
    /// <param name="expiresOn">The new one's last day; null gives it as many days as the old one was given.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<IssuedKey>> RotateAsync(string company, string id, int? overlapHours, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        var overlap = overlapHours ?? OverlapHours;
        if (overlap is < 0 or > OverlapHoursMost)
            return Refusals.InvalidKey("overlapHours", $"Eski anahtarın geçerli kalacağı süre 0 ile {TurkishText.Count(OverlapHoursMost)} saat arasında olmalıdır.");
        if (IsPast(expiresOn))
            return PastLastDay();
        (ApiKey Key, string Secret)? made = null;
        while (true)
        {
            if (await keys.FindAsync(id, cancellationToken) is not { } old || !string.Equals(old.Company, company, StringComparison.Ordinal))
                return Refusals.UnknownKey(id);
            // The write may have gone through although its answer was lost.
            if (made is { } written && old.ReplacedBy == written.Key.Id)
                return Told(written.Key, written.Secret, old.EndsAt);
            if (old.RevokedAt is not null)
                return Refusals.KeyRevoked(id);
            if (old.ReplacedBy is { } successor)
                return Refusals.KeyAlreadyReplaced(id, successor);
            var now = clock.GetUtcNow();
            made ??= New(company, old.Role, old.Name, expiresOn ?? SameTerm(old, now), old.Id);
            var ending = old with { LastUsedAt = null, EndsAt = now.AddHours(overlap), ReplacedBy = made.Value.Key.Id };
            if (await keys.ReplaceAsync(old, ending, made.Value.Key, cancellationToken))
                return Told(made.Value.Key, made.Value.Secret, ending.EndsAt);
        }
    }

    public async Task<Outcome<IAsyncEnumerable<ApiKey>>> ListAsync(string company, CancellationToken cancellationToken) =>
        await companies.FindAsync(company, cancellationToken) is null ? Refusals.UnknownCompany(company) : Outcomes.Of(keys.ListAsync(company, cancellationToken));

    public Task<bool> RevokeAsync(string company, string id, CancellationToken cancellationToken) => keys.RevokeAsync(company, id, clock.GetUtcNow(), cancellationToken);

    private static DateOnly? SameTerm(ApiKey old, DateTimeOffset now) =>
        old.ExpiresOn is { } last ? DateOnly.FromDayNumber(Math.Min(DateOnly.MaxValue.DayNumber, TurkishDay.Of(now).DayNumber + Math.Max(0, last.DayNumber - TurkishDay.Of(old.CreatedAt).DayNumber))) : null;

    private static Refusal PastLastDay() => Refusals.InvalidKey("expiresOn", "Anahtarın son günü geçmiş bir gün olamaz; bugün ya da ileri bir gün verin ya da boş bırakın.");

    private static IssuedKey Told(ApiKey key, string secret, DateTimeOffset? until) => new(key.Id, $"{key.Id}.{secret}", key.Role, key.Name, key.ExpiresOn, key.Replaces, until);

    private bool IsPast(DateOnly? lastDay) => lastDay < TurkishDay.Of(clock.GetUtcNow());

    private (ApiKey Key, string Secret) New(string company, string role, string name, DateOnly? expiresOn, string? replaces)
    {
        var secret = Convert.ToHexStringLower(secrets(32));
        var key = new ApiKey { Id = Convert.ToHexStringLower(secrets(8)), Company = company, Role = role, Name = name, SecretHash = ContentHash.Of(secret), CreatedAt = clock.GetUtcNow(), ExpiresOn = expiresOn, Replaces = replaces };
        return (key, secret);
    }
}
