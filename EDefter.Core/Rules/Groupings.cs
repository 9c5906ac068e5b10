using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>Says whether a voucher books many documents in one of the permitted ways: by the ERP's word, else by the name of its document, else by its module.</summary>
internal static class Groupings
{
    private const string BankAccount = "102";

    // What rests on no document groups none, whatever document was put on it (BEL010).
    public static GroupingKind? Of(RulePack pack, VoucherFacts voucher) =>
        voucher.RestsOnNoDocument(pack) ? null : Declared(pack, voucher) ?? ByDocument(pack, voucher) ?? ByModule(pack, voucher);

    /// <summary>What the ERP itself calls the voucher; null when it says nothing or a word that nobody knows.</summary>
    public static GroupingKind? Declared(RulePack pack, VoucherFacts voucher)
    {
        if (voucher.Voucher.Grouping?.Kind is not { } word || string.IsNullOrWhiteSpace(word))
            return null;
        return GroupingKinds.Parse(word) ?? Find(pack.GroupingWords, word);
    }

    /// <summary>The grouping that a document stands for by its name; null for a document of one operation.</summary>
    public static GroupingKind? Of(RulePack pack, SourceDocument document, DocumentType? type) =>
        type is null or DocumentType.Other && !string.IsNullOrWhiteSpace(document.TypeDescription) ? Find(pack.GroupingDocuments, document.TypeDescription) : null;

    private static GroupingKind? ByDocument(RulePack pack, VoucherFacts voucher)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not { } document)
                continue;
            var kind = Of(pack, document, line.DocumentType);
            // A muhasebe fişi may document anything; it is the summary of a bank's day only where a bank moved.
            return kind is GroupingKind.BankDay && !Moves(voucher, BankAccount) ? null : kind;
        }

        return null;
    }

    private static GroupingKind? ByModule(RulePack pack, VoucherFacts voucher) =>
        string.IsNullOrWhiteSpace(voucher.Voucher.Module) ? null : Find(pack.GroupingModules, voucher.Voucher.Module);

    /// <summary>Whether a line of the voucher stands on the main account.</summary>
    public static bool Moves(VoucherFacts voucher, string mainAccount)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (string.Equals(line.MainAccount, mainAccount, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static GroupingKind? Find(IReadOnlyDictionary<string, GroupingKind> words, string word) =>
        words.TryGetValue(word, out var kind) ? kind : null;
}
