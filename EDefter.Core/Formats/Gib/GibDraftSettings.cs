using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Core.Formats.Gib;

/// <summary>The parameters of <see cref="GibDraftProfile"/>, read.</summary>
public sealed record GibDraftSettings
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Null where it was left open.</summary>
    public DateOnly? CreationDate { get; init; }

    /// <summary>Null where it was left open.</summary>
    public int? FirstSeries { get; init; }

    public IReadOnlySet<DateOnly> LastDaysOfParts { get; init; } = new HashSet<DateOnly>();

    /// <summary>Size of a book's file at most, bytes.</summary>
    public long PartBytesMax { get; init; } = GibBookOptions.BytesMax;

    /// <param name="parameters">As they came; those that are absent are left open.</param>
    /// <param name="period">The month.</param>
    /// <param name="fault">The parameter that cannot be read, and why, in Turkish; null when all could.</param>
    public static GibDraftSettings Read(IReadOnlyDictionary<string, string> parameters, Period period, out GibDraftFault? fault)
    {
        fault = null;
        var settings = new GibDraftSettings();
        if (Given(parameters, GibDraftProfile.CreationDate) is { } date)
        {
            if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                settings = settings with { CreationDate = day };
            else
                fault ??= new(GibDraftProfile.CreationDate, $"Oluşturulma tarihi \"{date}\" okunamıyor; 2025-04-10 gibi yazılmalıdır.");
        }

        if (Given(parameters, GibDraftProfile.FirstSeries) is { } series)
        {
            if (Number(series, GibFileName.PartMax) is { } number)
                settings = settings with { FirstSeries = number };
            else
                fault ??= new(GibDraftProfile.FirstSeries, $"İlk parçanın sırası \"{series}\" okunamıyor; 1 ile 999999 arasında bir sayı olmalıdır.");
        }

        if (Given(parameters, GibDraftProfile.PartMegabytes) is { } size)
        {
            if (Number(size, (int)(GibBookOptions.BytesMax / Megabyte)) is { } megabytes)
                settings = settings with { PartBytesMax = megabytes * Megabyte };
            else
                fault ??= new(GibDraftProfile.PartMegabytes, $"Parça boyutu \"{size}\" okunamıyor; 1 ile 200 arasında, megabayt olarak yazılmalıdır.");
        }

        if (Days(Given(parameters, GibDraftProfile.LastDaysOfParts), period) is { } days)
            return settings with { LastDaysOfParts = days };
        fault ??= new(GibDraftProfile.LastDaysOfParts, $"Parçaların son günleri okunamıyor; ayın günleri 10,20 gibi, 1 ile {period.LastDay.Day - 1} arasında yazılmalıdır.");
        return settings;
    }

    private static string? Given(IReadOnlyDictionary<string, string> parameters, string name) => parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    private static int? Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most ? number : null;

    // Null when a word of it is no day that another part may follow.
    private static HashSet<DateOnly>? Days(string? text, Period period)
    {
        var days = new HashSet<DateOnly>();
        foreach (var word in text?.Split(',', StringSplitOptions.TrimEntries) ?? [])
        {
            if (Number(word, period.LastDay.Day - 1) is not { } day)
                return null;
            days.Add(period.FirstDay.AddDays(day - 1));
        }

        return days;
    }
}
