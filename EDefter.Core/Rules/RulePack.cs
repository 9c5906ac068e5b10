using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// The law at a date: which rules are valid and the values they judge with. Packs are data (<c>Rules/Packs/*.data.json</c>), each with its
/// source; a month is always checked with the pack of its date (<see cref="RulePacks.For"/>). The dictionaries of words compare as
/// <see cref="TurkishWordComparer"/> does, so a text can be looked up as the ERP wrote it.
/// </summary>
public sealed record RulePack
{
    /// <summary>Name of the pack, such as "2012.1"; stands in every report.</summary>
    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    /// <summary>What the pack's values rest on, in Turkish.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Codes that are not valid in this pack.</summary>
    public IReadOnlySet<string> Off { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Codes that speak only for a company that asks for them (<see cref="Companies.Company.Severities"/>).</summary>
    public IReadOnlySet<string> OffByDefault { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Limits of the law by name, in lira, days or pieces as the name says.</summary>
    public required RuleLimits Limits { get; init; }

    /// <summary>KDV rates in percent that a transaction of the pack's days may carry (KDV003).</summary>
    public IReadOnlyList<decimal> VatRates { get; init; } = [];

    /// <summary>Words of ERPs and of people → kind of payment: NAKİT, PEŞİN → Nakit; EFT → Banka (ODE003).</summary>
    public IReadOnlyDictionary<string, string> PaymentWords { get; init; } = new Dictionary<string, string>(TurkishWordComparer.Instance);

    /// <summary>Main account → kind of payment, where the company's own map says nothing (ODE001).</summary>
    public IReadOnlyDictionary<string, string> PaymentAccounts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Beginnings of NACE codes of the sectors that may book e-Arşiv invoices as one summary (BEL026).</summary>
    public IReadOnlyList<string> EArchiveSectors { get; init; } = [];

    /// <summary>Words of ERPs and of people → one of the eight document types (BEL008): FATURA → invoice, DEKONT → other.</summary>
    public required IReadOnlyDictionary<string, string> DocumentTypeWords { get; init; }

    /// <summary>Words for a document of type <c>other</c> → its proper name: BANKA DEKONTU → Dekont. Every key is also in <see cref="DocumentTypeWords"/>.</summary>
    public IReadOnlyDictionary<string, string> OtherDocumentNames { get; init; } = new Dictionary<string, string>(TurkishWordComparer.Instance);

    /// <summary>Operation name → document name (BEL005): HAVALE → Dekont. An empty name: an operation, but its document cannot be told from it.</summary>
    public required IReadOnlyDictionary<string, string> OperationDocuments { get; init; }

    /// <summary>Beginnings of words that name a document, folded as <see cref="TurkishWordComparer.Fold"/> does: a description that holds one is no mere operation ("HAVALE DEKONTU").</summary>
    public IReadOnlyList<string> DocumentNameStems { get; init; } = [];

    /// <summary>Proper names of documents, as <see cref="OtherDocumentNames"/> gives them, that name no operation: nearly every description is one of them.</summary>
    public IReadOnlySet<string> DocumentNames { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>ERP module → document, where the company's own map says nothing (BEL003, BEL004).</summary>
    public required IReadOnlyDictionary<string, Companies.ModuleDocument> Modules { get; init; }

    /// <summary>Modules whose vouchers rest on no document: depreciation, yansıtma, opening, closing (BEL010).</summary>
    public WordSet UndocumentedModules { get; init; } = WordSet.Empty;

    /// <summary>Main accounts whose movement is expected to rest on a document (BEL011).</summary>
    public IReadOnlyList<string> DocumentedAccounts { get; init; } = [];

    /// <summary>Words of ERPs for a grouping, beside those of the wire: TOPLU FATURA → invoices.</summary>
    public IReadOnlyDictionary<string, GroupingKind> GroupingWords { get; init; } = new Dictionary<string, GroupingKind>(TurkishWordComparer.Instance);

    /// <summary>Name of a document that stands for many → the grouping it is: Z RAPORU İCMALİ → zReport.</summary>
    public IReadOnlyDictionary<string, GroupingKind> GroupingDocuments { get; init; } = new Dictionary<string, GroupingKind>(TurkishWordComparer.Instance);

    /// <summary>ERP module whose vouchers are a grouping by their nature: z-report → zReport.</summary>
    public IReadOnlyDictionary<string, GroupingKind> GroupingModules { get; init; } = new Dictionary<string, GroupingKind>(TurkishWordComparer.Instance);

    /// <summary>Names of documents of type <c>other</c> that may be e-documents with a number of 16 characters (BEL007).</summary>
    public WordSet EDocumentNames { get; init; } = WordSet.Empty;

    /// <summary>Beginnings of words that name a document of long standing, which entries cite years after its date: POLİÇE, SÖZLEŞME (BEL014, BEL015). Folded.</summary>
    public IReadOnlyList<string> StandingDocumentStems { get; init; } = [];

    /// <summary>Names of documents that only go beside another document of the same operation: SEVK İRSALİYESİ (FIS012).</summary>
    public WordSet AccompanyingDocuments { get; init; } = WordSet.Empty;

    /// <summary>Names of documents that prove a payment: DEKONT (FIS012).</summary>
    public WordSet PaymentDocuments { get; init; } = WordSet.Empty;

    /// <summary>Main accounts against which cash may move above the limit of BEL019: own money, wages, public offices.</summary>
    public IReadOnlyList<string> CashProofExemptAccounts { get; init; } = [];

    /// <summary>Numbers that the authority itself has people write where the customer has none (BEL018).</summary>
    public IReadOnlySet<string> PlaceholderTaxIds { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>Codes that are no ISO 4217 code but are written for one (DOV004): TL → TRY.</summary>
    public required IReadOnlyDictionary<string, string> CurrencyWords { get; init; }

    /// <summary>ISO 4217 codes.</summary>
    public required IReadOnlySet<string> Currencies { get; init; }

    /// <returns>The ISO 4217 code that the text is written for ("eur", "EURO", " € "), itself when it is one already, or null.</returns>
    public string? CurrencyFor(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return Currencies.Contains(code) ? code : CurrencyWords.GetValueOrDefault(text);
    }

    /// <summary>Whether a description names an operation and no document (BEL005): "havale", "EFT ile ödeme", but not "EFT dekontu".</summary>
    /// <param name="description">Name of a document as sent.</param>
    /// <param name="document">The document's name when all operations in the text agree on it, else null.</param>
    public bool NamesOperation(string description, out string? document)
    {
        document = null;
        if (DocumentNames.Contains(description))
            return false;
        var words = TurkishWordComparer.Fold(description);
        foreach (var stem in DocumentNameStems)
        {
            if (HoldsWord(words, stem, wholeWord: false))
                return false;
        }

        var found = false;
        var agreed = true;
        foreach (var (operation, name) in OperationDocuments)
        {
            var folded = TurkishWordComparer.Fold(operation);
            if (!HoldsWord(words, folded, wholeWord: folded.Length <= 5))
                continue;
            // A sure document (HAVALE → Dekont) stands against an unsure one (ÖDEME): "havale ile ödeme" is proved by the bank's dekont.
            found = true;
            if (name.Length == 0)
                continue;
            agreed &= document is null || string.Equals(document, name, StringComparison.Ordinal);
            document = name;
        }

        if (!agreed)
            document = null;
        return found;
    }

    /// <summary>Whether a name names a document of long standing: "Kira Sözleşmesi", "Sigorta Poliçesi".</summary>
    public bool NamesStandingDocument(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return false;
        var words = TurkishWordComparer.Fold(name);
        foreach (var stem in StandingDocumentStems)
        {
            if (HoldsWord(words, stem, wholeWord: false))
                return true;
        }

        return false;
    }

    private static bool HoldsWord(string words, string sought, bool wholeWord)
    {
        for (var at = words.IndexOf(sought, StringComparison.Ordinal); at >= 0; at = words.IndexOf(sought, at + 1, StringComparison.Ordinal))
        {
            var end = at + sought.Length;
            if ((at == 0 || words[at - 1] == ' ') && (!wholeWord || end == words.Length || words[end] == ' '))
                return true;
        }

        return false;
    }
}
