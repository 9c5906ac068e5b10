using System.Globalization;
using System.Text;
using EDefter.Core.Formats;
using EDefter.Core.Text;

namespace EDefter.Core.Sealing;

/// <summary>What the output rules say of an archive, worked out from what its writers noted. The same journal in the same profile says the same.</summary>
public static class ArchiveFindings
{
    /// <summary>GİB takes a part of a ledger up to 200 MB, which integrators put at about 100 000 lines: 2 000 bytes a line.</summary>
    public const long LedgerBytesMax = 200_000_000;

    private const long LedgerBytesOfLine = 2_000;

    private const int AccountsNamed = 3;

    /// <param name="adjustments">What was done to explanatory texts.</param>
    /// <param name="formulas">Values that look like formulas.</param>
    /// <param name="accounts">Accounts that the month's lines name differently, in ordinal order.</param>
    /// <param name="lines">Lines of the month.</param>
    public static IReadOnlyList<ArchiveFinding> Of(IReadOnlyList<Adjustment> adjustments, IReadOnlyList<FormulaLike> formulas, IReadOnlyList<string> accounts, long lines)
    {
        var findings = new List<ArchiveFinding>();
        if (accounts.Count > 0)
            findings.Add(ArchiveFinding.Of("HES013", accounts.Count, ("hesap", Listed(accounts))));
        if (lines * LedgerBytesOfLine > LedgerBytesMax)
            findings.Add(ArchiveFinding.Of("KON003", lines, ("mb", TurkishText.Count(lines * LedgerBytesOfLine / 1_000_000))));
        foreach (var one in adjustments)
            findings.Add(Of(one));
        foreach (var formula in formulas)
            findings.Add(ArchiveFinding.Of("MET006", formula.Count, ("alan", formula.Field.TitleOf()), ("ornek", Shortened(formula.Example)), ("adet", TurkishText.Count(formula.Count))));
        findings.Sort(static (left, right) => string.CompareOrdinal(left.Rule, right.Rule) is var order and not 0 ? order : string.CompareOrdinal(left.Message, right.Message));
        return findings;
    }

    private static ArchiveFinding Of(Adjustment one)
    {
        var field = CanonicalFields.Find(one.Field)!.Value.TitleOf();
        var count = TurkishText.Count(one.Count);
        return one.Kind switch
        {
            AdjustmentKind.Shortened => ArchiveFinding.Of("MET003", one.Count, ("alan", field), ("adet", count)),
            AdjustmentKind.Substituted => ArchiveFinding.Of("MET008", one.Count, ("alan", field), ("karakter", Shown(one.Character)), ("yerine", Written(one.With)), ("adet", count)),
            _ => ArchiveFinding.Of("MET002", one.Count, ("alan", field), ("karakter", Shown(one.Character)), ("yerine", Written(one.With)), ("adet", count)),
        };
    }

    private static string Listed(IReadOnlyList<string> accounts)
    {
        var named = string.Join(", ", accounts.Take(AccountsNamed));
        return accounts.Count > AccountsNamed ? $"{named} ve {TurkishText.Count(accounts.Count - AccountsNamed)} hesap daha" : named;
    }

    private static string Shortened(string example) => TextCut.At(example, 60);

    // "U+20BA" as the character itself, where it can be seen.
    private static string Shown(string character) => int.Parse(character.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) switch
    {
        '\n' or '\r' => "satır sonu",
        '\t' => "sekme",
        var value when Rune.IsValid(value) && Rune.GetUnicodeCategory(new Rune(value)) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.NonSpacingMark or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) => $"\"{new Rune(value)}\"",
        _ => character,
    };

    private static string Written(string with) => with switch
    {
        "" => "çıkarıldı",
        " " => "yerine boşluk yazıldı",
        _ => $"yerine \"{with}\" yazıldı",
    };
}
