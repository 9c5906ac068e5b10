using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// The documents that the lines of one voucher cite, told apart by type, number and date. What the ERP says to be one document is one: a document
/// of the whole voucher, or the same source document id; that its lines then contradict each other is BEL017's to say.
/// </summary>
internal static class VoucherDocuments
{
    /// <summary>Whether the lines cite more than one document at all.</summary>
    public static bool AreSeveral(RulePack pack, VoucherFacts voucher) => voucher.CitesSeveral(pack);

    /// <summary>The same, asked of the lines. Runs for every voucher: no allocation.</summary>
    internal static bool Differ(RulePack pack, VoucherFacts voucher)
    {
        var first = -1;
        for (var i = 0; i < voucher.Lines.Length; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            if (line.Document is not { } document)
                continue;
            if (first < 0)
            {
                first = i;
                continue;
            }

            ref readonly var before = ref voucher.Lines[first];
            if (!ReferenceEquals(before.Document, document) && !CitedDocument.IsSame(pack, before.Document!, before.DocumentType, document, line.DocumentType))
                return true;
            if (string.IsNullOrWhiteSpace(before.Document!.Number))
                first = i;
        }

        return false;
    }

    /// <summary>The documents in the order of their first lines.</summary>
    public static List<CitedDocument> Of(RulePack pack, VoucherFacts voucher)
    {
        var documents = new List<CitedDocument>();
        var isOne = voucher.Voucher.Document is { IsEmpty: false } && !HasManySources(voucher);
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not null)
                Find(pack, documents, in line, isOne).Take(in line);
        }

        return documents;
    }

    /// <summary>Lines of one voucher that rest on different source documents of the ERP.</summary>
    public static bool HasManySources(VoucherFacts voucher)
    {
        string? source = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.IsNullOrWhiteSpace(line.Line.SourceDocument))
                continue;
            if (source is not null && !string.Equals(source, line.Line.SourceDocument, StringComparison.Ordinal))
                return true;
            source = line.Line.SourceDocument;
        }

        return false;
    }

    /// <summary>
    /// All are invoices and may be booked together: each is an entry by itself, or each stands on lines of its own against totals that cite none.
    /// Whether there are too many of them is FIS013's to say.
    /// </summary>
    public static bool AreInvoices(VoucherFacts voucher, List<CitedDocument> documents)
    {
        foreach (var document in documents)
        {
            if (document.Type != DocumentType.Invoice)
                return false;
        }

        return documents.TrueForAll(static document => document.Balances) || (HasLineWithout(voucher) && AreOnOneSide(documents));
    }

    /// <summary>Days from the first to the last dated document, both included; 0 when none is dated.</summary>
    /// <param name="documents">Documents of a voucher.</param>
    /// <param name="grouping">The span that the ERP named, or null.</param>
    public static int Days(List<CitedDocument> documents, VoucherGrouping? grouping)
    {
        DateOnly? first = grouping?.From.Value, last = grouping?.To.Value ?? first;
        first ??= last;
        foreach (var document in documents)
        {
            if (document.Document.Date.Value is not { } date)
                continue;
            first = first is null || date < first ? date : first;
            last = last is null || date > last ? date : last;
        }

        return first is { } from && last is { } to ? to.DayNumber - from.DayNumber + 1 : 0;
    }

    /// <summary>Whether more than one partner stands behind the voucher: by tax number, else by name, else by the account of the partner.</summary>
    public static bool HaveManyPartners(VoucherFacts voucher) =>
        Differ(voucher, static line => line.Line.Partner?.TaxId) ?? Differ(voucher, static line => line.Line.Partner?.Name) ?? Differ(voucher, PartnerAccount) ?? false;

    // Null: no line says it. A partner may stand on some lines only, so that what is empty says nothing.
    private static bool? Differ(VoucherFacts voucher, Func<LineFacts, string?> says)
    {
        string? known = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (says(line) is not { } word || string.IsNullOrWhiteSpace(word))
                continue;
            if (known is not null && !string.Equals(known.Trim(), word.Trim(), StringComparison.Ordinal) && !TurkishWordComparer.Instance.Equals(known, word))
                return true;
            known = word;
        }

        return known is null ? null : false;
    }

    private static string? PartnerAccount(LineFacts line) => line.MainAccount is "120" or "159" or "320" or "340" or "136" or "336" ? line.Line.Account : null;

    private static CitedDocument Find(RulePack pack, List<CitedDocument> documents, in LineFacts line, bool isOne)
    {
        if (isOne && documents.Count > 0)
            return documents[0];
        // Lines of one document mostly follow each other, so the last one is asked first.
        for (var i = documents.Count - 1; i >= 0; i--)
        {
            if (documents[i].IsOf(pack, in line))
                return documents[i];
        }

        var found = new CitedDocument(in line);
        documents.Add(found);
        return found;
    }

    private static bool HasLineWithout(VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is null)
                return true;
        }

        return false;
    }

    private static bool AreOnOneSide(List<CitedDocument> documents) =>
        documents.TrueForAll(static document => document.Credit == 0) || documents.TrueForAll(static document => document.Debit == 0);
}
