using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>What the differences are called in Turkish.</summary>
internal static class DifferenceText
{
    private const int PartsMax = 4;

    /// <summary>What happened to one cell.</summary>
    public static string OfCell(DifferenceKind kind) => kind switch
    {
        DifferenceKind.LeadingZeroLost => "baştaki sıfırlar kaybolmuş",
        DifferenceKind.NumberShortened => "uzun numara kısaltılmış",
        DifferenceKind.TrailingZeroLost => "ondalık haneler düşmüş",
        DifferenceKind.DecimalSeparatorChanged => "ondalık ayırıcı değişmiş",
        DifferenceKind.TextToNumber => "metin sayıya dönmüş",
        DifferenceKind.NumberToText => "sayı metne dönmüş",
        DifferenceKind.TextToDate => "metin tarihe dönmüş",
        DifferenceKind.DateToNumber => "tarih sayıya dönmüş",
        DifferenceKind.DateReformatted => "tarihin yazılışı değişmiş",
        DifferenceKind.EncodingDamaged => "Türkçe harfler bozulmuş",
        DifferenceKind.SpacesChanged => "boşluk ya da satır sonu değişmiş",
        DifferenceKind.CellEmptied => "hücre boşaltılmış",
        DifferenceKind.CellChanged => "değer değiştirilmiş",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not of a cell."),
    };

    /// <summary>One difference as a sentence.</summary>
    public static string Sentence(string file, string place, string? expected, string? found, string what)
    {
        var text = new StringBuilder(file).Append(", ").Append(place).Append(": ").Append(what);
        if (!string.IsNullOrEmpty(expected) && !string.IsNullOrEmpty(found))
            text.Append("; \"").Append(expected).Append("\" olmalı, \"").Append(found).Append("\" bulundu");
        else if (!string.IsNullOrEmpty(expected))
            text.Append(" (\"").Append(expected).Append("\")");
        else if (!string.IsNullOrEmpty(found))
            text.Append(" (\"").Append(found).Append("\")");
        return text.Append('.').ToString();
    }

    /// <summary>The one sentence that says what probably happened; null when nothing speaks for anything.</summary>
    /// <param name="savedBy">The program that a workbook names; null when none does.</param>
    /// <param name="isText">A text file was looked at: the programs that save those leave no name.</param>
    /// <param name="tally">What was found.</param>
    public static string? Likely(string? savedBy, bool isText, DifferenceTally tally)
    {
        var parts = Parts(tally).OrderByDescending(part => part.Count).ToList();
        var who = savedBy switch
        {
            "Excel" => "Excel’de açılıp kaydedilmiş",
            "LibreOffice" => "LibreOffice’te açılıp kaydedilmiş",
            not null => "Başka bir programda açılıp kaydedilmiş",
            null when isText && IsTableProgram(tally) => "Excel ya da LibreOffice gibi bir tablo programında açılıp kaydedilmiş",
            null when isText && IsEditor(tally) => "Bir metin düzenleyicide açılıp kaydedilmiş",
            null => null,
        };
        if (parts.Count == 0)
            return who is null ? null : who + ".";
        var told = string.Join(", ", parts.Take(PartsMax).Select(part => part.Text)) + (parts.Count > PartsMax ? " ve başka değişiklikler var" : string.Empty) + ".";
        return who is null ? char.ToUpperInvariant(told[0]) + told[1..] : $"{who}; {told}";
    }

    private static IEnumerable<(string Text, long Count)> Parts(DifferenceTally tally)
    {
        foreach (var group in tally.Counts.GroupBy(one => one.Kind))
        {
            var count = group.Sum(one => one.Count);
            if (PartOf(group.Key, TurkishText.Count(count)) is { } text)
                yield return (text, count);
        }
    }

    private static string? PartOf(DifferenceKind kind, string count) => kind switch
    {
        DifferenceKind.FormatChanged => "dosyanın türü değişmiş",
        DifferenceKind.EncodingChanged => "karakter kodlaması değişmiş",
        DifferenceKind.ByteOrderMarkChanged => "dosya başındaki kodlama işareti değişmiş",
        DifferenceKind.LineEndsChanged => "satır sonları değişmiş",
        DifferenceKind.SeparatorChanged => "sütun ayırıcısı değişmiş",
        DifferenceKind.QuotesChanged => "tırnak işaretleri değişmiş",
        DifferenceKind.SheetMissing => $"{count} sayfa eksik",
        DifferenceKind.SheetAdded => $"{count} sayfa eklenmiş",
        DifferenceKind.ColumnMissing => $"{count} sütun eksik",
        DifferenceKind.ColumnAdded => $"{count} sütun eklenmiş",
        DifferenceKind.ColumnMoved => $"{count} sütunun yeri değişmiş",
        DifferenceKind.RowMissing => $"{count} satır eksik",
        DifferenceKind.RowAdded => $"{count} satır eklenmiş",
        DifferenceKind.RowMoved => $"{count} satırın yeri değişmiş",
        DifferenceKind.LeadingZeroLost => $"{count} hücrede baştaki sıfırlar kaybolmuş",
        DifferenceKind.NumberShortened => $"{count} hücrede uzun numaralar kısaltılmış",
        DifferenceKind.TrailingZeroLost => $"{count} hücrede ondalık haneler düşmüş",
        DifferenceKind.DecimalSeparatorChanged => $"{count} hücrede ondalık ayırıcı değişmiş",
        DifferenceKind.TextToNumber => $"{count} hücrede metin sayıya dönmüş",
        DifferenceKind.NumberToText => $"{count} hücrede sayı metne dönmüş",
        DifferenceKind.TextToDate => $"{count} hücrede metin tarihe dönmüş",
        DifferenceKind.DateToNumber => $"{count} hücrede tarih sayıya dönmüş",
        DifferenceKind.DateReformatted => $"{count} hücrede tarihin yazılışı değişmiş",
        DifferenceKind.EncodingDamaged => $"{count} hücrede Türkçe harfler bozulmuş",
        DifferenceKind.SpacesChanged => $"{count} hücrede boşluk ya da satır sonu değişmiş",
        DifferenceKind.CellEmptied => $"{count} hücre boşaltılmış",
        DifferenceKind.CellChanged => $"{count} hücrenin değeri değiştirilmiş",
        _ => null,
    };

    private static bool IsTableProgram(DifferenceTally tally) => tally.Counts.Any(one => one.Kind is DifferenceKind.LeadingZeroLost or DifferenceKind.NumberShortened or DifferenceKind.TrailingZeroLost
        or DifferenceKind.TextToDate or DifferenceKind.DateReformatted or DifferenceKind.DateToNumber or DifferenceKind.SeparatorChanged or DifferenceKind.DecimalSeparatorChanged);

    private static bool IsEditor(DifferenceTally tally) => tally.Counts.Any(one => one.Kind is DifferenceKind.EncodingChanged or DifferenceKind.ByteOrderMarkChanged or DifferenceKind.LineEndsChanged or DifferenceKind.EncodingDamaged);
}
