using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading.Profiles;

/// <summary>The rows of one voucher as they come together.</summary>
internal sealed class VoucherDraft(string at, ReadingProfile profile)
{
    private readonly Dictionary<ReadingMember, (string Value, string At)> head = [];
    private readonly List<VoucherLine> lines = [];
    private RejectedRow? rejection;

    /// <summary>Takes a row. One row that cannot be taken rejects the whole voucher: half of a voucher is worse than none.</summary>
    public void Add(string place, Dictionary<ReadingMember, string> values, List<(string Header, string Value)> unknown, string? fault)
    {
        if (fault is not null)
            Reject(place, "unreadable", fault + " Fişin hiçbir satırı alınmadı.");
        foreach (var (member, value) in values)
        {
            if (!member.IsOfVoucher())
                continue;
            if (!head.TryGetValue(member, out var before))
                head.Add(member, (value, place));
            else if (before.Value != value)
                Reject(place, "unreadable", $"Aynı fişin iki satırında {HeaderOf(member)} farklı: {before.At} \"{before.Value}\", {place} \"{value}\". Fişin bütün satırlarında aynı değeri yazın.");
        }

        if (lines.Count == VoucherLimits.LinesMax)
            Reject(place, "too-large", string.Create(CultureInfo.InvariantCulture, $"Fişte {VoucherLimits.LinesMax} satırdan fazlası var; fiş bölünmelidir."));
        if (rejection is not null)
        {
            lines.Clear();
            return;
        }

        try
        {
            lines.Add(LineOf(values, unknown));
        }
        catch (UnreadableVoucherException exception)
        {
            Reject(place, exception.Code, exception.Message);
        }
    }

    public VoucherRow Finish()
    {
        if (rejection is not null)
            return VoucherRow.Rejected(rejection with { Id = Text(ReadingMember.Id) });
        try
        {
            // Through its JSON, so that a voucher of a table keeps to the limits and to the reading of every other.
            return VoucherRow.Read(at, VoucherJsonParser.Parse(VoucherJsonWriter.ToBytes(VoucherOf())));
        }
        catch (UnreadableVoucherException exception)
        {
            return VoucherRow.Rejected(new RejectedRow(at, exception.Id, exception.Code, exception.Message));
        }
    }

    /// <summary>The voucher cannot be taken; the first reason stands.</summary>
    public void Reject(string place, string code, string reason) => rejection ??= new RejectedRow(place, Id: null, code, reason);

    private Voucher VoucherOf() => new()
    {
        Id = Text(ReadingMember.Id) ?? MadeId(),
        Number = Text(ReadingMember.Number),
        Date = DateField.Parse(Text(ReadingMember.Date) ?? string.Empty),
        Kind = Text(ReadingMember.Kind),
        State = Text(ReadingMember.State),
        EnteredBy = Text(ReadingMember.EnteredBy),
        EnteredByUser = Text(ReadingMember.EnteredByUser),
        EnteredAt = Text(ReadingMember.EnteredAt),
        Comment = Text(ReadingMember.Comment),
        Module = Text(ReadingMember.Module),
        RowVersion = Text(ReadingMember.RowVersion),
        JournalNumber = Text(ReadingMember.JournalNumber),
        Document = DocumentOf(Text(ReadingMember.VoucherDocumentType), Text(ReadingMember.VoucherDocumentTypeDescription), Text(ReadingMember.VoucherDocumentNumber), Text(ReadingMember.VoucherDocumentDate), ettn: null, ownSeries: null),
        Grouping = GroupingOf(),
        Lines = lines,
    };

    private VoucherGrouping? GroupingOf()
    {
        var grouping = new VoucherGrouping
        {
            Kind = Text(ReadingMember.GroupingKind),
            Count = Text(ReadingMember.GroupingCount),
            From = DateField.Parse(Text(ReadingMember.GroupingFrom) ?? string.Empty),
            To = DateField.Parse(Text(ReadingMember.GroupingTo) ?? string.Empty),
            Bank = Text(ReadingMember.GroupingBank),
        };
        return grouping == new VoucherGrouping() ? null : grouping;
    }

    private static VoucherLine LineOf(Dictionary<ReadingMember, string> values, List<(string Header, string Value)> unknown)
    {
        var (debit, credit) = AmountsOf(values);
        return new VoucherLine
        {
            Id = values.GetValueOrDefault(ReadingMember.LineId),
            Account = values.GetValueOrDefault(ReadingMember.Account),
            AccountName = values.GetValueOrDefault(ReadingMember.AccountName),
            MainAccount = values.GetValueOrDefault(ReadingMember.MainAccount),
            MainAccountName = values.GetValueOrDefault(ReadingMember.MainAccountName),
            Debit = debit,
            Credit = credit,
            Side = values.GetValueOrDefault(ReadingMember.Side),
            Description = values.GetValueOrDefault(ReadingMember.Description),
            PostingDate = Date(values, ReadingMember.PostingDate),
            Document = DocumentOf(
                values.GetValueOrDefault(ReadingMember.DocumentType), values.GetValueOrDefault(ReadingMember.DocumentTypeDescription), values.GetValueOrDefault(ReadingMember.DocumentNumber),
                values.GetValueOrDefault(ReadingMember.DocumentDate), values.GetValueOrDefault(ReadingMember.DocumentEttn), values.GetValueOrDefault(ReadingMember.DocumentOwnSeries)),
            PaymentMethod = values.GetValueOrDefault(ReadingMember.PaymentMethod),
            Original = OriginalOf(values),
            Partner = values.ContainsKey(ReadingMember.PartnerTaxId) || values.ContainsKey(ReadingMember.PartnerName) ? new Partner { TaxId = values.GetValueOrDefault(ReadingMember.PartnerTaxId), Name = values.GetValueOrDefault(ReadingMember.PartnerName) } : null,
            Branch = values.GetValueOrDefault(ReadingMember.Branch),
            VatRate = Amount(values, ReadingMember.VatRate),
            BaseLine = values.GetValueOrDefault(ReadingMember.BaseLine),
            SourceDocument = values.GetValueOrDefault(ReadingMember.SourceDocument),
            JournalLine = values.GetValueOrDefault(ReadingMember.JournalLine),
            Extra = ExtraOf(unknown),
        };
    }

    // A table has two columns, or one and a side. Both at once must say the same, because one of them would be thrown away.
    private static (AmountField Debit, AmountField Credit) AmountsOf(Dictionary<ReadingMember, string> values)
    {
        var (debit, credit, amount) = (Amount(values, ReadingMember.Debit), Amount(values, ReadingMember.Credit), Amount(values, ReadingMember.Amount));
        if (amount.IsAbsent)
            return (debit, credit);
        if (!debit.IsAbsent || !credit.IsAbsent)
        {
            var filled = debit.IsAbsent || debit.Value == 0 ? credit : debit;
            return filled.Value == amount.Value && filled.Raw == amount.Raw ? (debit, credit) : throw new UnreadableVoucherException("unreadable", id: null, $"Tutar sütunu ({amount}) borç ya da alacak sütunuyla ({filled}) aynı değil. Fişin hiçbir satırı alınmadı.");
        }

        return VoucherSides.Parse(values.GetValueOrDefault(ReadingMember.Side)) switch
        {
            VoucherSide.Debit => (amount, credit),
            VoucherSide.Credit => (debit, amount),
            _ => throw new UnreadableVoucherException("unreadable", id: null, $"Tutarın ({amount}) borç mu alacak mı olduğu belli değil. Borç/Alacak sütununa B ya da A yazın. Fişin hiçbir satırı alınmadı."),
        };
    }

    private static SourceDocument? DocumentOf(string? type, string? description, string? number, string? date, string? ettn, string? ownSeries)
    {
        var document = new SourceDocument { Type = type, TypeDescription = description, Number = number, Date = DateField.Parse(date ?? string.Empty), Ettn = ettn, OwnSeries = ownSeries };
        return document == new SourceDocument() ? null : document;
    }

    private static OriginalAmount? OriginalOf(Dictionary<ReadingMember, string> values)
    {
        var original = new OriginalAmount
        {
            Currency = values.GetValueOrDefault(ReadingMember.OriginalCurrency),
            Amount = Amount(values, ReadingMember.OriginalAmount),
            Rate = Amount(values, ReadingMember.Rate),
            RateDate = Date(values, ReadingMember.RateDate),
            RateSource = values.GetValueOrDefault(ReadingMember.RateSource),
            RateComment = values.GetValueOrDefault(ReadingMember.RateComment),
        };
        return original == new OriginalAmount() ? null : original;
    }

    // Columns that nobody knows are kept with the line, as unknown members of JSON are.
    private static string? ExtraOf(List<(string Header, string Value)> unknown)
    {
        if (unknown.Count == 0)
            return null;
        var extra = new JsonObject();
        foreach (var (header, value) in unknown)
            extra.TryAdd(header, value);
        return JsonSerializer.Serialize(extra);
    }

    // Long enough to tell every voucher apart, and readable where it fits.
    private string MadeId()
    {
        var id = string.Join('~', profile.GroupBy.Select(member => Text(member) ?? string.Empty)).TrimEnd('~');
        return id.Length <= VoucherLimits.IdCharactersMax ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }

    private string? Text(ReadingMember member) => head.TryGetValue(member, out var one) ? one.Value : null;

    private string HeaderOf(ReadingMember member) => profile.Columns.First(column => column.Member == member).Headers[0];

    private static AmountField Amount(Dictionary<ReadingMember, string> values, ReadingMember member) => AmountField.Parse(values.GetValueOrDefault(member) ?? string.Empty);

    private static DateField Date(Dictionary<ReadingMember, string> values, ReadingMember member) => DateField.Parse(values.GetValueOrDefault(member) ?? string.Empty);
}
