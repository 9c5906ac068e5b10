using System.Globalization;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>
/// A date that was probably cut from a UTC instant: in Türkiye the day begins at 21:00 UTC (22:00 in the winters before 2016). Two things in the
/// data show it: a date that came with exactly that time of day, and a voucher that was entered, by its own UTC stamp, in the last hours of the
/// UTC day and carries that day although it was the next one in Türkiye. A stamp with a Turkish offset shows that the ERP knows its time zone.
/// </summary>
public sealed class Tar008ShiftedByTimeZone : VoucherRule
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(3);

    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR008",
        Severity = Severity.Info,
        Message = "{fisNo}: tarih saat dilimi nedeniyle kaymış olabilir; gönderilen {gelen}, Türkiye saatiyle {gun}.",
        Remedy = "Fişin gününü ERP’de kontrol edin; aktarım tarihi UTC’ye çeviriyorsa Türkiye gününü saatsiz gönderin (ör. 2025-01-31).",
        Source = "VUK 219; günler Türkiye saatiyledir (697 sayılı Kanun, 2016/9154 sayılı Bakanlar Kurulu Kararı)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Voucher.Date.Raw is { } raw)
        {
            if (MidnightInTurkiye(raw) is { } meant)
                Tell(voucher, "date", raw, meant, findings);
        }
        else if (voucher.Date is { } date && voucher.Voucher.EnteredAt is { } stamp && NextDayInTurkiye(stamp, date) is { } entered)
        {
            Tell(voucher, "enteredAt", stamp, entered, findings);
        }
    }

    private void Tell(VoucherFacts voucher, string field, string sent, DateOnly day, FindingSink findings) =>
        findings.Add(this, voucher, line: null, field, ("fisNo", voucher.Name), ("gelen", Wording.Quoted(sent)), ("gun", TurkishText.Date(day)));

    // 2025-01-14T21:00:00Z is the first moment of the 15th in Türkiye: nobody enters a voucher at that very second, a conversion writes it.
    private static DateOnly? MidnightInTurkiye(string raw)
    {
        if (ReadUtc(raw) is not { } instant)
            return null;
        var isMidnight = instant.TimeOfDay == TimeSpan.FromHours(21) || (instant.TimeOfDay == TimeSpan.FromHours(22) && instant.Year <= 2016);
        return isMidnight ? DateOnly.FromDateTime(instant.DateTime).AddDays(1) : null;
    }

    private static DateOnly? NextDayInTurkiye(string stamp, DateOnly date)
    {
        if (ReadUtc(stamp) is not { } instant || DateOnly.FromDateTime(instant.DateTime) != date)
            return null;
        var local = DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
        return local == date ? null : local;
    }

    // Only an instant that says itself that it is UTC. Most stamps end in an offset and are told apart by their last character.
    private static DateTimeOffset? ReadUtc(string text)
    {
        if (text.Length < 17 || text[^1] is not ('Z' or 'z' or '0'))
            return null;
        var isUtc = text[^1] is 'Z' or 'z' || text.EndsWith("+00:00", StringComparison.Ordinal) || text.EndsWith("-00:00", StringComparison.Ordinal);
        // The first and last year have no day before or after.
        return isUtc && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && instant.Year is > 1 and < 9999 ? instant : null;
    }
}
