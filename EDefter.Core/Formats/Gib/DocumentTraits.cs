namespace EDefter.Core.Formats.Gib;

/// <summary>What differs between the five documents' heads (GIB guides: Teknik Kılavuz 2.1, 2.3, 2.6).</summary>
/// <param name="Root">Root element.</param>
/// <param name="Stylesheet">The authority's style sheet that shows the document.</param>
/// <param name="Context">Id of the only context.</param>
/// <param name="EntriesType">journal, ledger or trialbalance.</param>
/// <param name="Prefix">First three letters of the control number.</param>
/// <param name="Title">How the comment ends.</param>
internal sealed record DocumentTraits(string Root, string Stylesheet, string Context, string EntriesType, string Prefix, string Title)
{
    public static DocumentTraits Of(GibDocument document) => document switch
    {
        GibDocument.Journal => new("edefter:defter", "yevmiye.xslt", "journal_context", "journal", "YEV", "Yevmiye defteri"),
        GibDocument.JournalBerat => new("edefter:berat", "berat.xslt", "journal_context", "journal", "YEV", "Yevmiye defteri beratı"),
        GibDocument.Ledger => new("edefter:defter", "kebir.xslt", "ledger_context", "ledger", "KEB", "Büyük defter"),
        GibDocument.LedgerBerat => new("edefter:berat", "berat.xslt", "ledger_context", "ledger", "KEB", "Büyük defter beratı"),
        GibDocument.Report => new("edefter:defterraporu", "defterraporu.xslt", "now", "trialbalance", "EDR", "Defter raporu"),
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, message: null),
    };
}
