using EDefter.Core.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Access;

/// <summary>Until when a key is good, and what is said of one whose end is near. Days are days in Türkiye; a last day counts whole.</summary>
public static class KeyTerm
{
    /// <summary>From how many days before its last one a key is warned of.</summary>
    public const int WarnedDays = 14;

    /// <summary>Its time is over; a revoked key is another matter.</summary>
    public static bool HasEnded(ApiKey key, DateTimeOffset now) => key.EndsAt <= now || TurkishDay.Of(now) > key.ExpiresOn;

    /// <summary>The last day on which it is good, at least for a while; null when none is set.</summary>
    public static DateOnly? LastDayOf(ApiKey key)
    {
        DateOnly? overlap = key.EndsAt is { } end ? TurkishDay.Of(end) : null;
        return overlap is null || key.ExpiresOn < overlap ? key.ExpiresOn : overlap;
    }

    /// <summary>Days until its last one: 0 on the last day. Null when it has no end, or has ended, or was revoked.</summary>
    public static int? DaysLeft(ApiKey key, DateTimeOffset now) =>
        key.RevokedAt is null && !HasEnded(key, now) && LastDayOf(key) is { } last ? last.DayNumber - TurkishDay.Of(now).DayNumber : null;

    /// <summary>What its holder and its admin should know of its end; null when there is nothing to know.</summary>
    public static string? WarningOf(ApiKey key, DateTimeOffset now)
    {
        if (key.RevokedAt is not null)
            return null;
        if (HasEnded(key, now))
            return key.EndsAt <= now ? "Anahtar yenilendi ve eskisinin süresi doldu." : $"Anahtarın süresi {TurkishText.Date(key.ExpiresOn!.Value)} günü doldu; yenilenmeden kullanılamaz.";
        if (key.EndsAt is { } end && LastDayOf(key) == TurkishDay.Of(end))
            return $"Anahtar yenilendi; eskisi {TurkishText.Date(TurkishDay.Of(end))} günü saat {TurkishDay.TimeOf(end)} itibarıyla sona erer. Yerine verilen anahtara geçilmelidir.";
        return DaysLeft(key, now) switch
        {
            null or > WarnedDays => null,
            0 => "Anahtarın süresi bugün doluyor; yenilenmezse yarından başlayarak kullanılamaz.",
            var days => $"Anahtarın süresi {TurkishText.Date(LastDayOf(key)!.Value)} günü doluyor; {days} gün kaldı. O güne kadar yenilenmelidir.",
        };
    }
}
