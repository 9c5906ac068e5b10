using System.Collections.Frozen;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Reads and writes one member of a voucher by its name on the wire (<c>comment</c>; with a line <c>document.type</c>), as text. A change of a
/// plan is such a name with a before and an after, so that applying it needs no knowledge of the repair that proposed it.
/// </summary>
internal static class VoucherFields
{
    private static readonly FrozenDictionary<string, Member<SourceDocument>> DocumentMembers = new Dictionary<string, Member<SourceDocument>>(StringComparer.Ordinal)
    {
        ["type"] = new(d => d.Type, (d, text) => d with { Type = text }),
        ["typeDescription"] = new(d => d.TypeDescription, (d, text) => d with { TypeDescription = text }),
        ["number"] = new(d => d.Number, (d, text) => d with { Number = text }),
        ["date"] = new(d => Text(d.Date), (d, text) => d with { Date = Date(text) }),
        ["ettn"] = new(d => d.Ettn, (d, text) => d with { Ettn = text }),
        ["ownSeries"] = new(d => d.OwnSeries, (d, text) => d with { OwnSeries = text }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Member<OriginalAmount>> OriginalMembers = new Dictionary<string, Member<OriginalAmount>>(StringComparer.Ordinal)
    {
        ["currency"] = new(o => o.Currency, (o, text) => o with { Currency = text }),
        ["amount"] = new(o => Text(o.Amount), (o, text) => o with { Amount = Amount(text) }),
        ["rate"] = new(o => Text(o.Rate), (o, text) => o with { Rate = Amount(text) }),
        ["rateDate"] = new(o => Text(o.RateDate), (o, text) => o with { RateDate = Date(text) }),
        ["rateSource"] = new(o => o.RateSource, (o, text) => o with { RateSource = text }),
        ["rateComment"] = new(o => o.RateComment, (o, text) => o with { RateComment = text }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Member<Partner>> PartnerMembers = new Dictionary<string, Member<Partner>>(StringComparer.Ordinal)
    {
        ["taxId"] = new(p => p.TaxId, (p, text) => p with { TaxId = text }),
        ["name"] = new(p => p.Name, (p, text) => p with { Name = text }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Member<VoucherGrouping>> GroupingMembers = new Dictionary<string, Member<VoucherGrouping>>(StringComparer.Ordinal)
    {
        ["kind"] = new(g => g.Kind, (g, text) => g with { Kind = text }),
        ["count"] = new(g => g.Count, (g, text) => g with { Count = text }),
        ["from"] = new(g => Text(g.From), (g, text) => g with { From = Date(text) }),
        ["to"] = new(g => Text(g.To), (g, text) => g with { To = Date(text) }),
        ["bank"] = new(g => g.Bank, (g, text) => g with { Bank = text }),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Member<Voucher>> HeadMembers = Head().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Member<VoucherLine>> LineMembers = Lines().ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names of the members of a source document, without the prefix <c>document.</c>.</summary>
    public static IEnumerable<string> OfDocument => ["type", "typeDescription", "number", "date", "ettn", "ownSeries"];

    public static bool Knows(int? line, string field) => line is null ? HeadMembers.ContainsKey(field) : LineMembers.ContainsKey(field);

    /// <returns>What stands in the member; null when it is absent or the voucher has no such line.</returns>
    public static string? Get(Voucher voucher, int? line, string field)
    {
        if (line is not { } number)
            return HeadMembers[field].Get(voucher);
        return number >= 1 && number <= voucher.Lines.Count ? LineMembers[field].Get(voucher.Lines[number - 1]) : null;
    }

    /// <summary>The voucher with another text in one member of its head.</summary>
    public static Voucher Set(Voucher voucher, string field, string? text) => HeadMembers[field].Set(voucher, text);

    /// <summary>The line with another text in one member.</summary>
    public static VoucherLine Set(VoucherLine line, string field, string? text) => LineMembers[field].Set(line, text);

    public static string? GetOfDocument(SourceDocument document, string member) => DocumentMembers[member].Get(document);

    private static Dictionary<string, Member<Voucher>> Head()
    {
        var members = new Dictionary<string, Member<Voucher>>(StringComparer.Ordinal)
        {
            ["number"] = new(v => v.Number, (v, text) => v with { Number = text }),
            ["date"] = new(v => Text(v.Date), (v, text) => v with { Date = Date(text) }),
            ["kind"] = new(v => v.Kind, (v, text) => v with { Kind = text }),
            ["state"] = new(v => v.State, (v, text) => v with { State = text }),
            ["enteredBy"] = new(v => v.EnteredBy, (v, text) => v with { EnteredBy = text }),
            ["enteredByUser"] = new(v => v.EnteredByUser, (v, text) => v with { EnteredByUser = text }),
            ["enteredAt"] = new(v => v.EnteredAt, (v, text) => v with { EnteredAt = text }),
            ["comment"] = new(v => v.Comment, (v, text) => v with { Comment = text }),
            ["module"] = new(v => v.Module, (v, text) => v with { Module = text }),
            ["rowVersion"] = new(v => v.RowVersion, (v, text) => v with { RowVersion = text }),
            ["journalNumber"] = new(v => v.JournalNumber, (v, text) => v with { JournalNumber = text }),
        };
        Nest(members, "document.", DocumentMembers, v => v.Document, (v, document) => v with { Document = document });
        Nest(members, "grouping.", GroupingMembers, v => v.Grouping, (v, grouping) => v with { Grouping = grouping });
        return members;
    }

    private static Dictionary<string, Member<VoucherLine>> Lines()
    {
        var members = new Dictionary<string, Member<VoucherLine>>(StringComparer.Ordinal)
        {
            ["id"] = new(l => l.Id, (l, text) => l with { Id = text }),
            ["account"] = new(l => l.Account, (l, text) => l with { Account = text }),
            ["accountName"] = new(l => l.AccountName, (l, text) => l with { AccountName = text }),
            ["mainAccount"] = new(l => l.MainAccount, (l, text) => l with { MainAccount = text }),
            ["mainAccountName"] = new(l => l.MainAccountName, (l, text) => l with { MainAccountName = text }),
            ["debit"] = new(l => Text(l.Debit), (l, text) => l with { Debit = Amount(text) }),
            ["credit"] = new(l => Text(l.Credit), (l, text) => l with { Credit = Amount(text) }),
            ["side"] = new(l => l.Side, (l, text) => l with { Side = text }),
            ["description"] = new(l => l.Description, (l, text) => l with { Description = text }),
            ["postingDate"] = new(l => Text(l.PostingDate), (l, text) => l with { PostingDate = Date(text) }),
            ["paymentMethod"] = new(l => l.PaymentMethod, (l, text) => l with { PaymentMethod = text }),
            ["branch"] = new(l => l.Branch, (l, text) => l with { Branch = text }),
            ["vatRate"] = new(l => Text(l.VatRate), (l, text) => l with { VatRate = Amount(text) }),
            ["baseLine"] = new(l => l.BaseLine, (l, text) => l with { BaseLine = text }),
            ["sourceDocument"] = new(l => l.SourceDocument, (l, text) => l with { SourceDocument = text }),
            ["journalLine"] = new(l => l.JournalLine, (l, text) => l with { JournalLine = text }),
            ["part"] = new(l => l.Part, (l, text) => l with { Part = text }),
        };
        Nest(members, "document.", DocumentMembers, l => l.Document, (l, document) => l with { Document = document });
        Nest(members, "original.", OriginalMembers, l => l.Original, (l, original) => l with { Original = original });
        Nest(members, "partner.", PartnerMembers, l => l.Partner, (l, partner) => l with { Partner = partner });
        return members;
    }

    // An inner object that says nothing any more is left out: an emptied document is no document, not an empty one.
    private static void Nest<TOuter, TInner>(
        Dictionary<string, Member<TOuter>> members,
        string prefix,
        FrozenDictionary<string, Member<TInner>> inner,
        Func<TOuter, TInner?> get,
        Func<TOuter, TInner?, TOuter> set)
        where TInner : class, new()
    {
        var nothing = new TInner();
        foreach (var (name, member) in inner)
        {
            members[prefix + name] = new(
                outer => get(outer) is { } present ? member.Get(present) : null,
                (outer, text) =>
                {
                    var changed = member.Set(get(outer) ?? nothing, text);
                    return set(outer, changed.Equals(nothing) ? null : changed);
                });
        }
    }

    private static string? Text(AmountField amount) => amount.IsAbsent ? null : amount.ToString();

    private static string? Text(DateField date) => date.IsAbsent ? null : date.ToString();

    private static AmountField Amount(string? text) => text is null ? AmountField.Absent : AmountField.Parse(text);

    private static DateField Date(string? text) => text is null ? DateField.Absent : DateField.Parse(text);

    private sealed record Member<T>(Func<T, string?> Get, Func<T, string?, T> Set);
}
