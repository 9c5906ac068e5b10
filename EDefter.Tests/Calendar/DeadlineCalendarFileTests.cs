using System.Text;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Books;
using EDefter.Functions.Deadlines;
using Xunit;

namespace EDefter.Tests.Calendar;

/// <summary>The calendar of last days is an iCalendar file (RFC 5545) by its bytes, and by a reader that is not its writer's: Thunderbird's.</summary>
public sealed class DeadlineCalendarFileTests
{
    private static readonly NodeTool Reader = new("icalendar");

    private static readonly DateTimeOffset Now = new(2025, 2, 5, 9, 30, 15, TimeSpan.FromHours(3));

    // Two months that share a last day, one of its own, one that a circular moved; texts with every character that the format escapes.
    private static readonly DeadlineView[] Deadlines =
    [
        new(new Period(2025, 6), new DateOnly(2025, 10, 14), 251, "5 Sıra No.lu Tebliğ (RG 08.11.2024/32716): gelir vergisi mükelleflerinde 10’u, diğerlerinde 14’ü; ek\\sayfa", ExtendedBy: null),
        new(new Period(2025, 7), new DateOnly(2025, 10, 14), 251, "5 Sıra No.lu Tebliğ (RG 08.11.2024/32716): gelir vergisi mükelleflerinde 10’u, diğerlerinde 14’ü; ek\\sayfa", ExtendedBy: null),
        new(new Period(2025, 8), new DateOnly(2025, 12, 15), 313, "İĞÜŞÖÇ ığüşöç, \"ğ\"", "VUK-1 sayılı Vergi Usul Kanunu Sirküleri"),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_elses_reader_finds_every_day_with_its_words_and_its_reminder()
    {
        var read = await ReadAsync(DeadlineCalendarFile.Of("ornek-otel", Deadlines, Now));
        Assert.Equal(("vcalendar", "2.0", "-//EDefter//e-Defter son günleri//TR", "PUBLISH", "e-Defter son günleri"), (Text(read, "component"), Text(read, "version"), Text(read, "product"), Text(read, "method"), Text(read, "name")));
        var events = read.GetProperty("events").EnumerateArray().ToList();
        Assert.Equal(
            [
                ("ornek-otel-2025-06@edefter", "e-Defter son günü: Haziran 2025, Temmuz 2025", Deadlines[0].Rule, "2025-10-14", "2025-10-15"),
                ("ornek-otel-2025-08@edefter", "e-Defter son günü: Ağustos 2025", $"{Deadlines[2].Rule}\n{Deadlines[2].ExtendedBy}", "2025-12-15", "2025-12-16"),
            ],
            events.Select(entry => (Text(entry, "uid"), Text(entry, "summary"), Text(entry, "description"), Text(entry.GetProperty("start"), "text"), Text(entry.GetProperty("end"), "text"))));
        Assert.All(events, entry =>
        {
            Assert.True(entry.GetProperty("start").GetProperty("isDate").GetBoolean() && entry.GetProperty("end").GetProperty("isDate").GetBoolean());
            Assert.Equal(("2025-02-05T06:30:15Z", "UTC"), (Text(entry.GetProperty("stamp"), "text"), Text(entry.GetProperty("stamp"), "zone")));
            Assert.Equal("TRANSPARENT", Text(entry, "transparency"));
            var alarm = Assert.Single(entry.GetProperty("alarms").EnumerateArray());
            Assert.Equal(("DISPLAY", Text(entry, "summary"), 3 * 24 * 60 * 60), (Text(alarm, "action"), Text(alarm, "description"), alarm.GetProperty("secondsBefore").GetInt32()));
        });
    }

    // A program that subscribes asks again: a moved day must move its entry.
    [Fact]
    public async Task An_entry_keeps_its_id_when_it_is_asked_for_later_and_when_its_day_moves()
    {
        var moved = Deadlines.Select(deadline => deadline with { Due = deadline.Due.AddDays(7), ExtendedBy = "VUK-2 sayılı Vergi Usul Kanunu Sirküleri" }).ToList();
        var before = await IdsAsync(DeadlineCalendarFile.Of("ornek-otel", Deadlines, Now));
        Assert.Equal(before, await IdsAsync(DeadlineCalendarFile.Of("ornek-otel", moved, Now.AddDays(40))));
        Assert.Equal(before.Count, before.Distinct().Count());
        Assert.Empty(before.Intersect(await IdsAsync(DeadlineCalendarFile.Of("baska-otel", Deadlines, Now))));
    }

    [Fact]
    public void Its_lines_end_as_the_format_says_and_are_no_longer_than_75_octets()
    {
        var text = DeadlineCalendarFile.Of("ornek-otel", Deadlines, Now);
        Assert.EndsWith("\r\n", text, StringComparison.Ordinal);
        var lines = text[..^2].Split("\r\n");
        Assert.All(lines, line =>
        {
            Assert.DoesNotContain('\r', line);
            Assert.DoesNotContain('\n', line);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, 75);
            Assert.True(line[0] == ' ' || line.AsSpan().IndexOfAny(':', ';') > 0, line);
        });
        Assert.Contains(lines, line => line[0] == ' ');
        Assert.Contains("DTSTART;VALUE=DATE:20251014", lines);
        var unfolded = text.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:e-Defter son günü: Haziran 2025\\, Temmuz 2025\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("14’ü\\; ek\\\\sayfa\r\n", unfolded, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string?>> IdsAsync(string calendar) => [.. (await ReadAsync(calendar)).GetProperty("events").EnumerateArray().Select(entry => Text(entry, "uid"))];

    private static async Task<JsonElement> ReadAsync(string calendar)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, calendar, Cancellation);
            return JsonSerializer.Deserialize<JsonElement>(await Reader.RunAsync(["judge.mjs", file], Cancellation));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
