using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>A division of a voucher in words: what stood there, and which lines form which entry.</summary>
internal static class DivisionText
{
    /// <summary>"5 satır; borç 2.400,00 TL, alacak 2.400,00 TL", with the entries where the voucher is divided already.</summary>
    public static string Before(Voucher voucher)
    {
        var facts = VoucherFacts.Of(voucher);
        var entries = VoucherParts.IsDivided(voucher) ? $"{TurkishText.Count(VoucherParts.Of(voucher).Count)} yevmiye maddesi, " : string.Empty;
        return $"{entries}{TurkishText.Count(voucher.Lines.Count)} satır; borç {TurkishText.Amount(facts.Debit)} TL, alacak {TurkishText.Amount(facts.Credit)} TL";
    }

    /// <summary>"1. madde: satır 1, 2, 5; ABC2025000000001; 1.200,00 TL | 2. madde: …".</summary>
    public static string After(IReadOnlyList<ChangePart> parts) => string.Join(" | ", parts.Select(Of));

    /// <summary>The document of an entry, as people name it.</summary>
    public static string? Document(SourceDocument? document) =>
        document is not { IsEmpty: false } given ? null : LegalText.Show(FirstFilled(given.Number, given.TypeDescription, given.Ettn, given.Type));

    private static string Of(ChangePart part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part.Part}. madde: satır {Ranges(part.Lines)}; {(part.Document is { } document ? document + "; " : string.Empty)}{TurkishText.Amount(part.Amount)} TL");

    // 1, 2, 3, 7 → "1–3, 7": a voucher of many lines must stay readable.
    private static string Ranges(IReadOnlyList<int> lines)
    {
        var ranges = new List<string>();
        for (var i = 0; i < lines.Count; i++)
        {
            var first = i;
            while (i + 1 < lines.Count && lines[i + 1] == lines[i] + 1)
                i++;
            ranges.Add((i - first) switch
            {
                0 => Number(lines[first]),
                1 => $"{Number(lines[first])}, {Number(lines[i])}",
                _ => $"{Number(lines[first])}–{Number(lines[i])}",
            });
        }

        return string.Join(", ", ranges);
    }

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);

    private static string? FirstFilled(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
                return text.Trim();
        }

        return null;
    }
}
