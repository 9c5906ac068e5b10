using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Where the document stands that a finding speaks of: on its line, or on the head of the voucher when the line has none of its own.</summary>
/// <param name="Line">1-based line, or null for the head.</param>
/// <param name="Document">What stands there.</param>
internal sealed record DocumentPlace(int? Line, SourceDocument Document)
{
    public const string Prefix = "document.";

    /// <summary>The date and number that some types demand are there.</summary>
    public bool HasNumberAndDate => !string.IsNullOrWhiteSpace(Document.Number) && Document.Date.Value is not null;

    /// <summary>Every document of the voucher that says something: the head's, then the lines'.</summary>
    public static IEnumerable<DocumentPlace> All(Voucher voucher)
    {
        if (voucher.Document is { IsEmpty: false } head)
            yield return new DocumentPlace(Line: null, head);
        for (var i = 0; i < voucher.Lines.Count; i++)
        {
            if (voucher.Lines[i].Document is { IsEmpty: false } own)
                yield return new DocumentPlace(i + 1, own);
        }
    }

    /// <summary>The one document that the voucher and its lines agree on, at its first place; null when there is none, or more than one.</summary>
    public static DocumentPlace? Only(Voucher voucher)
    {
        DocumentPlace? only = null;
        foreach (var place in All(voucher))
        {
            if (only is not null && only.Document != place.Document)
                return null;
            only ??= place;
        }

        return only;
    }

    public static DocumentPlace? Of(VoucherFacts voucher, Finding finding)
    {
        if (finding.Line is { } number && number >= 1 && number <= voucher.Lines.Length && voucher.Lines[number - 1].Line.Document is { IsEmpty: false } own)
            return new DocumentPlace(number, own);
        return voucher.Voucher.Document is { IsEmpty: false } head ? new DocumentPlace(Line: null, head) : null;
    }

    public Edit Set(string member, string? after, string why) => Edit.Set(Line, Prefix + member, after, why);

    public FieldPlace Place(string member) => new(Line, Prefix + member);
}
