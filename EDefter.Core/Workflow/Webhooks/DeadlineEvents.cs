using System.Globalization;
using EDefter.Core.Calendar;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>
/// The last day to upload a month comes near: seven, three, one and no days left. Told once for each step; a host that was away on the very day tells it on
/// the next one that it is up, with the days that are left then.
/// </summary>
public sealed class DeadlineEvents(IVoucherLog log)
{
    // Days left, the nearest first.
    private static readonly int[] Steps = [0, 1, 3, 7];

    internal async Task<IReadOnlyList<FoundEvent>> ReadAsync(HookBook book, IReadOnlySet<string> seen, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = TurkishDay.Of(now);
        var near = book.Year.Periods().Select(period => (Period: period, Due: DueOf(book, period))).Where(month => month.Due is { } due && StepOf(due, today) is { } step && !seen.Contains(KeyOf(book, month.Period, due, step))).ToList();
        if (near.Count == 0)
            return [];
        var heads = await log.ReadHeadsAsync(book.Id, book.Year, cancellationToken);
        return [.. near.Where(month => heads.GetValueOrDefault(month.Period)?.Filed is null).Select(month => new FoundEvent(Of(book, month.Period, month.Due!.Value, today, now), now, Commit: null))];
    }

    private static HookEvent Of(HookBook book, Period period, DateOnly due, DateOnly today, DateTimeOffset now)
    {
        var key = KeyOf(book, period, due, StepOf(due, today)!.Value);
        return book.Event(HookEvents.DeadlineNear, key, now, period) with
        {
            Seen = key,
            Due = due,
            DaysLeft = due.DayNumber - today.DayNumber,
            Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = book.MonthPath(period) },
        };
    }

    // As KON007: a month from before the company took e-Defter up has no such day.
    private static DateOnly? DueOf(HookBook book, Period period) =>
        book.Company.AdoptionDate > BookMonth.DaysOf(period, book.Year).To ? null : DeadlineCalendar.DueOf(book.Company, period)?.Due;

    private static int? StepOf(DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return left < 0 ? null : Array.Find(Steps, step => left <= step) is var step && left <= step ? step : null;
    }

    private static string KeyOf(HookBook book, Period period, DateOnly due, int step) => string.Create(CultureInfo.InvariantCulture, $"{book.Key}|deadline|{period}|{due:yyyyMMdd}|{step}");
}
