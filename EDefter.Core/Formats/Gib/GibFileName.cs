using System.Globalization;
using EDefter.Core.Companies;

namespace EDefter.Core.Formats.Gib;

/// <summary>The official names of files: <c>VKN-YYYYMM-KIND-PPPPPP[-SSSS].xml</c> (Teknik Kılavuz 2.4.1, 2.7.1). The authority's rules read them.</summary>
/// <param name="TaxId">VKN or TCKN.</param>
/// <param name="Period">The month.</param>
/// <param name="Document">What the file holds.</param>
/// <param name="Part">0 for a month in one piece; 1, 2, … for its parts.</param>
/// <param name="Branch">Four digits; null for books that are kept for the whole company.</param>
public sealed record GibFileName(string TaxId, Period Period, GibDocument Document, int Part, string? Branch)
{
    /// <summary>Parts of a month have six digits.</summary>
    public const int PartMax = 999_999;

    /// <summary>The name without its extension; the ZIP around it is called the same.</summary>
    public string Stem => string.Create(
        CultureInfo.InvariantCulture,
        $"{TaxId}-{Period.Year:D4}{Period.Month:D2}-{WordOf(Document)}-{Part:D6}{(Branch is null ? string.Empty : "-" + Branch)}");

    public override string ToString() => Stem + ".xml";

    /// <returns>The name's parts, or null when it is none of the five documents' names.</returns>
    public static GibFileName? Parse(string fileName)
    {
        if (!fileName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
            return null;
        var words = fileName[..^4].Split('-');
        if (words.Length is not (4 or 5) || !TaxpayerId.HasShape(words[0]) || DocumentOf(words[2]) is not { } document)
            return null;
        var isMonth = Period.TryParse(words[1].Length == 6 ? words[1][..4] + "-" + words[1][4..] : null, out var period);
        var branch = words.Length == 5 ? words[4] : null;
        var isPart = words[3].Length == 6 && int.TryParse(words[3], NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return isMonth && isPart && (branch is null || IsBranch(branch))
            ? new GibFileName(words[0], period, document, int.Parse(words[3], NumberStyles.None, CultureInfo.InvariantCulture), branch)
            : null;
    }

    /// <summary>Y, YB, K, KB or DR.</summary>
    public static string WordOf(GibDocument document) => document switch
    {
        GibDocument.Journal => "Y",
        GibDocument.JournalBerat => "YB",
        GibDocument.Ledger => "K",
        GibDocument.LedgerBerat => "KB",
        GibDocument.Report => "DR",
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, message: null),
    };

    private static GibDocument? DocumentOf(string word) => word switch
    {
        "Y" => GibDocument.Journal,
        "YB" => GibDocument.JournalBerat,
        "K" => GibDocument.Ledger,
        "KB" => GibDocument.LedgerBerat,
        "DR" => GibDocument.Report,
        _ => null,
    };

    // 0000 is no branch: the head office's books carry no number (Teknik Kılavuz 2.4.2).
    private static bool IsBranch(string text) => text.Length == 4 && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 && !string.Equals(text, Companies.Branch.HeadOffice, StringComparison.Ordinal);
}
