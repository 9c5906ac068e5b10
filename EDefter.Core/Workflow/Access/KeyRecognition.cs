using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>Recognises API keys. A key is <c>{id}.{secret}</c>; only the secret's hash is kept.</summary>
public sealed class KeyRecognition(IKeys keys, TimeProvider clock, AdminKey admin)
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    /// <param name="presented">What was shown as a key.</param>
    /// <param name="isInAddress">It stood in the address, which browsers and proxies remember: only a key that reads nothing but deadlines may.</param>
    /// <param name="cancellationToken">The caller left.</param>
    /// <returns>Whose it is, or the refusal. Only who has the right secret hears that its time is over; unknown, revoked and wrong are the same.</returns>
    public async Task<Outcome<Recognised>> RecogniseAsync(string presented, bool isInAddress, CancellationToken cancellationToken)
    {
        if (!isInAddress && admin.Hash is { } adminHash && SameHash(adminHash, ContentHash.Of(presented)))
            return new Recognised(new Caller(Caller.AdminKeyId, Role.Admin, company: null));
        var dot = presented.IndexOf('.', StringComparison.Ordinal);
        if (dot != 16 || presented.AsSpan(0, dot).IndexOfAnyExcept(LowerHex) >= 0)
            return Refusals.Unauthenticated();
        var key = await keys.FindAsync(presented[..dot], cancellationToken);
        if (key is null || !SameHash(key.SecretHash, ContentHash.Of(presented[(dot + 1)..])) || key.RevokedAt is not null)
            return Refusals.Unauthenticated();
        if (Roles.Parse(key.Role) is not { } role || role == Role.Admin || (isInAddress && role != Role.Calendar))
            return Refusals.Unauthenticated();
        var now = clock.GetUtcNow();
        if (KeyTerm.HasEnded(key, now))
            return key.EndsAt <= now ? Refusals.KeyReplaced(TurkishDay.Of(key.EndsAt.Value), TurkishDay.TimeOf(key.EndsAt.Value)) : Refusals.KeyExpired(key.ExpiresOn!.Value);
        return new Recognised(new Caller(key.Id, role, key.Company)) { Key = key };
    }

    private static bool SameHash(string left, string right) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
