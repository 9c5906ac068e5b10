using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace EDefter.Core.Formats;

/// <summary>
/// Names of files: letters, digits, <c>- _ .</c> and places: <c>{taxId}</c>, <c>{branch}</c> (four digits), <c>{period}</c> (yyyyMM),
/// <c>{part}</c> (four digits), <c>{partNumber}</c> (no zeros before it), <c>{stamp}</c>, and a day of the file with its format, such as
/// <c>{periodStart:ddMMyyyy}</c>.
/// </summary>
/// <remarks>
/// <c>{stamp}</c> is ddMMyyyyHHmmss. Nothing of a clock may stand in an archive, for the same month must give the same bytes: the day is the
/// last of the period, and the time is taken from the chain of the month's numbers, one second later with each part. So a month that was
/// numbered anew has another stamp, and no two parts share one.
/// </remarks>
public static partial class NameTemplate
{
    private const int CharactersMax = 80;

    // Left free behind the time of the chain, for the seconds of the parts.
    private const int PartSeconds = 6_400;
    private const int DaySeconds = 86_400;

    private static readonly string[] Places = ["taxId", "branch", "period", "part", "partNumber", "stamp"];
    private static readonly string[] Days = ["periodStart", "periodEnd", "fiscalYearStart", "fiscalYearEnd"];

    /// <summary>Says what is wrong with a template, in Turkish; null when nothing is.</summary>
    public static string? Fault(string template, bool needsPart)
    {
        var told = Place().Matches(template);
        if (told.Select(place => place.Groups["name"].Value).FirstOrDefault(name => !IsPlace(name)) is { } unknown)
            return $"\"{{{unknown}}}\" diye bir yer yok; {{taxId}} {{branch}} {{period}} {{part}} {{partNumber}} {{stamp}} ve {{periodStart:ddMMyyyy}} gibi tarihler kullanılabilir";
        var rest = Place().Replace(template, "0");
        if (rest.Length is 0 or > CharactersMax)
            return "ad 1 ile 80 karakter arasında olmalı";
        if (rest[0] == '.' || rest.Contains("..", StringComparison.Ordinal) || rest.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.')))
            return "adda yalnız harf, rakam, - _ . ile {taxId} {branch} {period} {part} gibi yerler bulunabilir";
        var hasPart = told.Any(place => place.Groups["name"].Value is "part" or "partNumber" or "stamp");
        return needsPart && !hasPart ? "adda {part}, {partNumber} ya da {stamp} bulunmalı, yoksa parçalar aynı adı alır" : null;
    }

    public static string Resolve(string template, FileFacts facts) => Place().Replace(template, place => Value(place.Groups["name"].Value, facts));

    private static string Value(string place, FileFacts facts)
    {
        if (place.Split(':') is [var day, var form])
            return DateForm.Write(FieldValues.Date(CanonicalFields.Find(day)!.Value, facts, entry: null, line: null)!.Value, form);
        return place switch
        {
            "taxId" => facts.TaxId,
            "branch" => facts.Branch,
            "period" => facts.Period.FirstDay.ToString("yyyyMM", CultureInfo.InvariantCulture),
            "part" => facts.Part.ToString("D4", CultureInfo.InvariantCulture),
            "partNumber" => facts.Part.ToString(CultureInfo.InvariantCulture),
            "stamp" => Stamp(facts),
            _ => throw new ArgumentOutOfRangeException(nameof(place), place, "No place of a name."),
        };
    }

    private static string Stamp(FileFacts facts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(facts.Chain));
        var second = (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (DaySeconds - PartSeconds)) + ((facts.Part - 1) % PartSeconds);
        var day = FieldValues.Date(CanonicalField.PeriodEnd, facts, entry: null, line: null)!.Value;
        return DateForm.Write(day, "ddMMyyyy") + TimeOnly.FromTimeSpan(TimeSpan.FromSeconds(second)).ToString("HHmmss", CultureInfo.InvariantCulture);
    }

    private static bool IsPlace(string name) =>
        Places.Contains(name, StringComparer.Ordinal) || (name.Split(':') is [var day, var form] && Days.Contains(day, StringComparer.Ordinal) && !form.Contains('/', StringComparison.Ordinal) && !form.Contains(' ', StringComparison.Ordinal) && !form.Contains("MMMM", StringComparison.Ordinal) && DateForm.Fault(form, whole: false) is null);

    [GeneratedRegex(@"\{(?<name>[^{}]*)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
