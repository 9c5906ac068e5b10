using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>What the two repairs of texts share.</summary>
internal static class TextFields
{
    private const string DocumentNumber = "document.number";

    // Rewriting one of these would book on another account, move totals or break a reference, which no repair of texts may do.
    private static readonly HashSet<string> Codes = new(StringComparer.Ordinal) { "id", "account", "mainAccount", "baseLine", "sourceDocument", "rowVersion", "journalNumber", "journalLine" };

    // Nobody asks for these, so they may vanish when nothing is left of them; of any other text the rule that asks for it would speak.
    private static readonly HashSet<string> Voluntary = new(StringComparer.Ordinal)
    {
        "comment", "enteredByUser", "description", "paymentMethod", "partner.name", "partner.taxId", "original.rateSource", "original.rateComment",
    };

    /// <summary>Mends the text that the finding names. A voluntary text of which nothing is left is left out.</summary>
    public static Proposal? Mend(VoucherFacts voucher, Finding finding, Func<string, string> mend, string why)
    {
        if (finding.Field is not { } field || Codes.Contains(field) || !VoucherFields.Knows(finding.Line, field))
            return null;
        if (VoucherFields.Get(voucher.Voucher, finding.Line, field) is not { } text)
            return null;
        var mended = mend(text);
        if (string.Equals(mended, text, StringComparison.Ordinal))
            return null;
        if (!string.IsNullOrWhiteSpace(mended))
            return field == DocumentNumber ? MendEverywhere(voucher, text, mended, why) : Proposal.Of(Edit.Set(finding.Line, field, mended, why));
        return Voluntary.Contains(field) ? Proposal.Of(Edit.Set(finding.Line, field, after: null, why)) : null;
    }

    // One document stands on many lines; its number changes on all of them together, or the lines would contradict each other.
    private static Proposal MendEverywhere(VoucherFacts voucher, string text, string mended, string why) =>
        new([.. DocumentPlace.All(voucher.Voucher).Where(place => string.Equals(place.Document.Number, text, StringComparison.Ordinal)).Select(place => Edit.Set(place.Line, DocumentNumber, mended, why))]);
}
