using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Print;
using EDefter.Core.Text;

namespace EDefter.Core.Workflow.Printing;

/// <summary>What a person should know of a print before it goes to the notary or to the binder, in Turkish sentences.</summary>
internal static class PrintRemarks
{
    private const int NamedMost = 10;

    /// <returns>Null when there is nothing to say.</returns>
    public static IReadOnlyList<string>? Of(PrintRecord record)
    {
        if (record.ShownByCode is not { Count: > 0 } shown)
            return null;
        var named = string.Join(", ", shown.Take(NamedMost).Select(Named));
        var more = shown.Count > NamedMost ? $" ve {TurkishText.Count(shown.Count - NamedMost)} karakter daha" : string.Empty;
        return [$"Defterin yazı tipinde bulunmayan {TurkishText.Count(shown.Count)} karakter, toplam {TurkishText.Count(shown.Sum(one => one.Count))} yerde köşeli ayraç içinde koduyla basıldı: {named}{more}. Hiçbiri kaybolmadı; okunur basılmaları için bu metinleri ERP’de Latin harfleriyle yazın."];
    }

    private static string Named(ShownByCode one)
    {
        var character = new Rune(int.Parse(one.Character.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        var isSeen = Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.NonSpacingMark or UnicodeCategory.OtherNotAssigned);
        return isSeen ? $"{character} ({one.Character})" : one.Character;
    }
}
