using System.Globalization;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace EDefter.Functions.Deadlines;

/// <summary>Deadlines as a calendar (RFC 5545): one whole day per last day, with a reminder three days before. Months that share a last day share its entry.</summary>
internal static class DeadlineCalendarFile
{
    private const int ReminderDays = 3;

    /// <param name="company">Company id, part of every entry's id, so that a later feed moves entries instead of doubling them.</param>
    /// <param name="deadlines">By month.</param>
    /// <param name="now">When the feed is asked for; calendars want to know.</param>
    public static string Of(string company, IReadOnlyList<DeadlineView> deadlines, DateTimeOffset now)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//EDefter//e-Defter son günleri//TR", Method = "PUBLISH" };
        calendar.AddProperty("X-WR-CALNAME", "e-Defter son günleri");
        foreach (var day in deadlines.GroupBy(static deadline => deadline.Due).OrderBy(static day => day.Key))
            calendar.Events.Add(EntryOf(company, [.. day], now));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent EntryOf(string company, IReadOnlyList<DeadlineView> months, DateTimeOffset now)
    {
        var title = $"e-Defter son günü: {string.Join(", ", months.Select(static month => TurkishText.Month(month.Period)))}";
        var entry = new CalendarEvent
        {
            // The month names the entry, not the day: an extension moves it.
            Uid = string.Create(CultureInfo.InvariantCulture, $"{company}-{months[0].Period}@edefter"),
            Summary = title,
            Description = string.Join("\n", months.SelectMany(static month => new[] { month.Rule, month.ExtendedBy }).OfType<string>().Distinct(StringComparer.Ordinal)),
            DtStamp = new CalDateTime(now.UtcDateTime, "UTC"),
            Start = new CalDateTime(months[0].Due),
            End = new CalDateTime(months[0].Due.AddDays(1)),
            Transparency = TransparencyType.Transparent,
        };
        entry.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = title, Trigger = new Trigger(Duration.FromDays(-ReminderDays)) });
        return entry;
    }
}
