using System.Globalization;
using System.Text;
using EDefter.Core.Formats.Workbook;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats.Reports;

/// <summary>Texts of a report's workbook: a report shows the user's own values, and those may be what no file can hold.</summary>
internal static class ReportText
{
    private const string Cut = " … (hücreye sığmadı, kısaltıldı)";

    /// <summary>The text with every character that XML lacks shown as ⟦U+0001⟧, and with a text too long for a cell cut where it can be seen.</summary>
    public static string? Visible(string? text)
    {
        if (text is null || (text.Length <= WorkbookWriter.CellCharactersMax && XmlText.FirstIllegal(text) is null))
            return text;
        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            var unit = text.AsSpan(i, isPair ? 2 : 1);
            if (XmlText.FirstIllegal(unit) is { } illegal)
                shown.Append(CultureInfo.InvariantCulture, $"⟦U+{illegal:X4}⟧");
            else
                shown.Append(unit);
            i += unit.Length - 1;
            if (shown.Length > WorkbookWriter.CellCharactersMax - Cut.Length - 2)
                return shown.Append(Cut).ToString();
        }

        return shown.ToString();
    }

    /// <summary>The findings of one severity, one per line; those that a cell cannot hold are counted and can be found on their own sheet.</summary>
    public static string Joined(IReadOnlyList<Finding> findings, Severity severity)
    {
        const int room = 30_000;
        var text = new StringBuilder();
        var left = 0;
        foreach (var finding in findings)
        {
            if (finding.Severity != severity)
                continue;
            if (left > 0 || text.Length + finding.Message.Length > room)
            {
                left++;
                continue;
            }

            if (text.Length > 0)
                text.Append('\n');
            text.Append(finding.Rule).Append(": ").Append(finding.Message);
        }

        if (left > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n… ve {left} bulgu daha (Bulgular sayfasında)");
        return text.ToString();
    }

    /// <summary>How many lines a text takes in a column that wraps it; words that do not fit wander, so a line holds less than its width.</summary>
    /// <param name="text">Null and nothing take one line, as everything does at least.</param>
    /// <param name="width">Of the column, in characters.</param>
    public static int Lines(string? text, int width)
    {
        const int wandering = 6;
        if (string.IsNullOrEmpty(text))
            return 1;
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
            lines += 1 + (Math.Max(0, text.AsSpan()[line].Length - 1) / (width - wandering));
        return lines;
    }

    public static string Name(Severity severity) => severity switch
    {
        Severity.Error => "HATA",
        Severity.Warning => "UYARI",
        Severity.Info => "BİLGİ",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, message: null),
    };

    public static string Name(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Ran => "Çalıştı",
        RuleOutcome.NotApplicable => "Uygulanmaz",
        RuleOutcome.NoData => "Veri yok",
        RuleOutcome.Off => "Kapalı",
        RuleOutcome.Skipped => "Atlandı",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };

    public static string? Name(VoucherKind? kind) => kind switch
    {
        VoucherKind.Opening => "Açılış",
        VoucherKind.Closing => "Kapanış",
        VoucherKind.Tahsil => "Tahsil",
        VoucherKind.Tediye => "Tediye",
        VoucherKind.Mahsup => "Mahsup",
        _ => null,
    };

    public static string Name(RepairClass repair) => repair switch
    {
        RepairClass.N => "Elle düzeltilir",
        RepairClass.A => "A: güvenli",
        RepairClass.B => "B: önerilen değer",
        RepairClass.C => "C: seçim gerekir",
        _ => throw new ArgumentOutOfRangeException(nameof(repair), repair, message: null),
    };
}
