using System.Globalization;
using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Values of cells, by a reading profile. What it cannot read stays the text that it is, and becomes a finding later; what could be read two ways is refused.</summary>
internal sealed class CellReading(ReadingProfile profile)
{
    private const int SerialMin = 20_000;
    private const int SerialMax = 80_000;
    private const int DigitsKept = 15;
    private const decimal HalfCent = 0.005m;

    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private readonly HashSet<string> nothing = profile.EmptyWords.Select(HeaderText.Fold).ToHashSet(StringComparer.Ordinal);
    private readonly string[] dates = [.. profile.Dates];
    private readonly Dictionary<ReadingMember, Dictionary<string, string>> words = profile.Columns
        .Where(column => column.Words.Count > 0)
        .ToDictionary(column => column.Member, column => column.Words.ToDictionary(word => HeaderText.Fold(word.Key), word => word.Value, StringComparer.Ordinal));

    /// <summary>The cell's value as the wire writes it; null for an empty cell.</summary>
    /// <exception cref="UnreadableVoucherException">It cannot be taken: a formula that nobody computed, or a number with two readings.</exception>
    public string? Read(ReadingMember member, in TableCell cell)
    {
        if (cell.IsFormula && cell.Form == CellForm.Error && cell.Text.Length == 0)
            throw new UnreadableVoucherException("unreadable", id: null, "hücredeki formülün kaydedilmiş bir sonucu yok. Dosyayı tablo programında açıp yeniden kaydedin ya da formülün yerine değerini yazın");
        if (cell.IsEmpty || (cell.Form == CellForm.Text && nothing.Contains(HeaderText.Fold(cell.Text))))
            return null;
        if (member.IsDate())
            return ReadDate(cell);
        if (member.IsAmount())
            return ReadAmount(cell);
        var text = cell.Form switch
        {
            CellForm.Number => Code(cell.Text),
            CellForm.Date => DayOf(cell.Text) ?? cell.Text,
            _ => cell.Text,
        };
        if (string.IsNullOrWhiteSpace(text))
            return null;
        return words.TryGetValue(member, out var known) && known.TryGetValue(HeaderText.Fold(text), out var word) ? word : text;
    }

    private string ReadDate(in TableCell cell)
    {
        if (cell.Form == CellForm.Date || (cell.Form == CellForm.Number && profile.DayNumbers))
            return DayOf(cell.Text) ?? cell.Text;
        var text = cell.Text.Trim();
        // Programs write midnight behind a date.
        var day = text.EndsWith(" 00:00:00", StringComparison.Ordinal) ? text[..^9] : text.EndsWith(" 00:00", StringComparison.Ordinal) ? text[..^6] : text;
        return DateOnly.TryParseExact(day, dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? Text(read) : cell.Text;
    }

    private string ReadAmount(in TableCell cell)
    {
        if (cell.Form == CellForm.Number)
            return Amount(cell.Text);
        if (cell.Form != CellForm.Text)
            return cell.Text;
        var text = cell.Text.Trim();
        string? read = null;
        foreach (var form in profile.Numbers)
        {
            if ((form == "tr-TR" ? ReadTurkish(text) : ReadInvariant(text)) is not { } one)
                continue;
            if (read is not null && Value(read) != Value(one))
                throw new UnreadableVoucherException("unreadable", id: null, $"\"{text}\" tutarı iki türlü okunabiliyor ({read.Replace('.', ',')} ya da {one.Replace('.', ',')}). Hücreyi sayı olarak biçimlendirin ya da tutarı kuruşuyla yazın");
            read ??= one;
        }

        // The wire would read a point as the profile does not.
        if (read is null && ReadInvariant(text) is not null)
            throw new UnreadableVoucherException("unreadable", id: null, $"\"{text}\" tutarı bu dosyanın sayı biçimiyle yazılmamış; ondalık ayırıcı virgüldür");
        return read ?? text;
    }

    private static decimal Value(string plain) => decimal.Parse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string? ReadInvariant(string text) =>
        text.Length <= 29 && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) && text[0] != '+' && text[0] != '.' && text[^1] != '.' ? text : null;

    // 1.234.567,89: points stand between groups of three, the comma before the decimals.
    private static string? ReadTurkish(string text)
    {
        var negative = text.StartsWith('-');
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var whole = comma < 0 ? text[(negative ? 1 : 0)..] : text[(negative ? 1 : 0)..comma];
        var groups = whole.Split('.');
        if (groups[0].Length == 0 || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))))
            return null;
        return ReadInvariant((negative ? "-" : string.Empty) + string.Concat(groups) + (comma < 0 ? string.Empty : "." + text[(comma + 1)..]));
    }

    // Table programs hold numbers as binary fractions of fifteen digits: 120.01 stands in the file as 120.01000000000001.
    private static string Plain(string number)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value) || Math.Abs(value) > 1e27)
            return number;
        if (number.Length <= DigitsKept && number.All(c => char.IsAsciiDigit(c) || c is '.' or '-'))
            return number;
        return decimal.Parse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
    }

    // A number that stands for a code: of more than fifteen digits the table program has thrown some away, and nobody sees it.
    private static string Code(string number)
    {
        var plain = Plain(number);
        return plain.Count(char.IsAsciiDigit) <= DigitsKept || !plain.All(char.IsAsciiDigit)
            ? plain
            : throw new UnreadableVoucherException("unreadable", id: null, $"{number} sayı olarak yazılmış ve {DigitsKept} basamaktan uzun; tablo programı sonraki basamakları saklamaz. Hücreyi metin yapıp değeri yeniden yazın");
    }

    // Of an amount of more than fifteen digits the cents are not what was typed.
    private static string Amount(string number)
    {
        var plain = Plain(number);
        return ReferenceEquals(plain, number) || !decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var saved) || Math.Abs(saved - Value(plain)) < HalfCent
            ? plain
            : throw new UnreadableVoucherException("unreadable", id: null, $"{number} sayı olarak yazılmış ve {DigitsKept} basamaktan uzun; tablo programı kuruşunu saklamaz. Hücreyi metin yapıp tutarı yeniden yazın");
    }

    private static string? DayOf(string serial) =>
        double.TryParse(serial, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= SerialMin and < SerialMax ? Text(DateOnly.FromDayNumber(DayZero + (int)number)) : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
