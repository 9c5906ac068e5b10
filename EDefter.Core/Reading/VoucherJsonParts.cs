using System.Text.Json;
using EDefter.Core.Vouchers;
using static EDefter.Core.Reading.VoucherJsonValue;

namespace EDefter.Core.Reading;

/// <summary>The objects inside a voucher and its lines, read from their JSON: each once, or null.</summary>
internal static class VoucherJsonParts
{
    public static SourceDocument? ReadDocument(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, SourceDocument? before, string? id) =>
        EnterDocument(ref reader, before, id) ? ReadDocument(ref reader, json, id) : null;

    /// <returns>False when there is none.</returns>
    public static bool EnterDocument(ref Utf8JsonReader reader, SourceDocument? before, string? id)
    {
        Once(before is null, id, "document");
        return EnterObject(ref reader, id, "document");
    }

    /// <param name="reader">Inside the document.</param>
    /// <param name="json">What the reader reads.</param>
    /// <param name="id">The voucher's id, as far as it is known.</param>
    public static SourceDocument ReadDocument(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string? id)
    {
        string? type = null, typeDescription = null, number = null, ettn = null, ownSeries = null;
        DateField date = default;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "type"u8))
                type = ReadWord(ref reader, type, id, "document.type");
            else if (Is(ref reader, "typeDescription"u8))
                typeDescription = ReadWord(ref reader, typeDescription, id, "document.typeDescription");
            else if (Is(ref reader, "number"u8))
                number = ReadWord(ref reader, number, id, "document.number");
            else if (Is(ref reader, "date"u8))
                date = ReadDate(ref reader, date, id, "document.date");
            else if (Is(ref reader, "ettn"u8))
                ettn = ReadWord(ref reader, ettn, id, "document.ettn");
            else if (Is(ref reader, "ownSeries"u8))
                ownSeries = ReadText(ref reader, ownSeries, id, "document.ownSeries");
            else
                extra.Keep(ref reader, json, id);
        }

        return new SourceDocument { Type = type, TypeDescription = typeDescription, Number = number, Date = date, Ettn = ettn, OwnSeries = ownSeries, Extra = extra.ToText(id) };
    }

    public static OriginalAmount? ReadOriginal(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, OriginalAmount? before, string? id)
    {
        Once(before is null, id, "original");
        if (!EnterObject(ref reader, id, "original"))
            return null;
        string? currency = null, rateSource = null, rateComment = null;
        AmountField amount = default, rate = default;
        DateField rateDate = default;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "currency"u8))
                currency = ReadWord(ref reader, currency, id, "original.currency");
            else if (Is(ref reader, "amount"u8))
                amount = ReadAmount(ref reader, amount, id, "original.amount");
            else if (Is(ref reader, "rate"u8))
                rate = ReadAmount(ref reader, rate, id, "original.rate");
            else if (Is(ref reader, "rateDate"u8))
                rateDate = ReadDate(ref reader, rateDate, id, "original.rateDate");
            else if (Is(ref reader, "rateSource"u8))
                rateSource = ReadWord(ref reader, rateSource, id, "original.rateSource");
            else if (Is(ref reader, "rateComment"u8))
                rateComment = ReadText(ref reader, rateComment, id, "original.rateComment");
            else
                extra.Keep(ref reader, json, id);
        }

        return new OriginalAmount { Currency = currency, Amount = amount, Rate = rate, RateDate = rateDate, RateSource = rateSource, RateComment = rateComment, Extra = extra.ToText(id) };
    }

    public static Partner? ReadPartner(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Partner? before, string? id)
    {
        Once(before is null, id, "partner");
        if (!EnterObject(ref reader, id, "partner"))
            return null;
        string? taxId = null, name = null;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "taxId"u8))
                taxId = ReadWord(ref reader, taxId, id, "partner.taxId");
            else if (Is(ref reader, "name"u8))
                name = ReadWord(ref reader, name, id, "partner.name");
            else
                extra.Keep(ref reader, json, id);
        }

        return new Partner { TaxId = taxId, Name = name, Extra = extra.ToText(id) };
    }

    public static VoucherGrouping? ReadGrouping(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, VoucherGrouping? before, string? id)
    {
        Once(before is null, id, "grouping");
        if (!EnterObject(ref reader, id, "grouping"))
            return null;
        string? kind = null, count = null, bank = null;
        DateField from = default, to = default;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "kind"u8))
                kind = ReadWord(ref reader, kind, id, "grouping.kind");
            else if (Is(ref reader, "count"u8))
                count = ReadText(ref reader, count, id, "grouping.count");
            else if (Is(ref reader, "from"u8))
                from = ReadDate(ref reader, from, id, "grouping.from");
            else if (Is(ref reader, "to"u8))
                to = ReadDate(ref reader, to, id, "grouping.to");
            else if (Is(ref reader, "bank"u8))
                bank = ReadWord(ref reader, bank, id, "grouping.bank");
            else
                extra.Keep(ref reader, json, id);
        }

        return new VoucherGrouping { Kind = kind, Count = count, From = from, To = to, Bank = bank, Extra = extra.ToText(id) };
    }
}
