using System.Globalization;
using System.Text.Json;
using EDefter.Core.Vouchers;
using static EDefter.Core.Reading.VoucherJsonValue;

namespace EDefter.Core.Reading;

/// <summary>
/// Turns one JSON object into a <see cref="Voucher"/>. Reading never rejects a business error: a text that should be an
/// amount or a date is kept raw, an unknown member is kept in <c>Extra</c>. What cannot be a voucher at all throws
/// <see cref="UnreadableVoucherException"/>.
/// </summary>
public static class VoucherJsonParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = VoucherLimits.DepthMax + 1, CommentHandling = JsonCommentHandling.Disallow };

    /// <param name="json">Exactly one JSON value, UTF-8.</param>
    public static Voucher Parse(ReadOnlySpan<byte> json)
    {
        if (json.Length > VoucherLimits.VoucherBytesMax)
            throw TooLarge(id: null, string.Create(CultureInfo.InvariantCulture, $"Fiş {VoucherLimits.VoucherBytesMax / (1024 * 1024)} MB sınırını aşıyor; daha küçük fişlere bölünmelidir."));
        var reader = new Utf8JsonReader(json, Options);
        string? id = null;
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Unreadable(id, "Fiş bir JSON nesnesi değil; her fiş { } içinde gönderilmelidir.");
            var voucher = ReadVoucher(ref reader, json, ref id);
            if (reader.Read())
                throw Unreadable(id, "Fişten sonra fazladan metin var; her satırda bir fiş olmalıdır.", isBrokenJson: true);
            return voucher;
        }
        catch (JsonException exception)
        {
            throw Unreadable(id, BrokenAt(exception), isBrokenJson: true);
        }
    }

    private static Voucher ReadVoucher(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref string? id)
    {
        string? number = null, kind = null, state = null, enteredBy = null, enteredByUser = null, enteredAt = null, comment = null, module = null, rowVersion = null, journalNumber = null;
        DateField date = default;
        SourceDocument? document = null;
        VoucherGrouping? grouping = null;
        List<VoucherLine>? lines = null;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "id"u8))
            {
                id = ReadText(ref reader, id, id, "id");
            }
            else if (Is(ref reader, "number"u8))
            {
                number = ReadText(ref reader, number, id, "number");
            }
            else if (Is(ref reader, "date"u8))
            {
                date = ReadDate(ref reader, date, id, "date");
            }
            else if (Is(ref reader, "kind"u8))
            {
                kind = ReadWord(ref reader, kind, id, "kind");
            }
            else if (Is(ref reader, "state"u8))
            {
                state = ReadWord(ref reader, state, id, "state");
            }
            else if (Is(ref reader, "enteredBy"u8))
            {
                enteredBy = ReadWord(ref reader, enteredBy, id, "enteredBy");
            }
            else if (Is(ref reader, "enteredByUser"u8))
            {
                enteredByUser = ReadWord(ref reader, enteredByUser, id, "enteredByUser");
            }
            else if (Is(ref reader, "enteredAt"u8))
            {
                enteredAt = ReadText(ref reader, enteredAt, id, "enteredAt");
            }
            else if (Is(ref reader, "comment"u8))
            {
                comment = ReadWord(ref reader, comment, id, "comment");
            }
            else if (Is(ref reader, "module"u8))
            {
                module = ReadWord(ref reader, module, id, "module");
            }
            else if (Is(ref reader, "rowVersion"u8))
            {
                rowVersion = ReadText(ref reader, rowVersion, id, "rowVersion");
            }
            else if (Is(ref reader, "journalNumber"u8))
            {
                journalNumber = ReadText(ref reader, journalNumber, id, "journalNumber");
            }
            else if (Is(ref reader, "document"u8))
            {
                document = VoucherJsonParts.ReadDocument(ref reader, json, document, id);
            }
            else if (Is(ref reader, "grouping"u8))
            {
                grouping = VoucherJsonParts.ReadGrouping(ref reader, json, grouping, id);
            }
            else if (Is(ref reader, "lines"u8))
            {
                lines = VoucherLineJson.ReadLines(ref reader, json, lines, id);
            }
            else
            {
                extra.Keep(ref reader, json, id);
            }
        }

        if (string.IsNullOrWhiteSpace(id))
            throw Unreadable(id: null, "Fişin kimliği (id) yok; her fiş ERP’deki kimliğiyle gönderilmelidir.");
        if (id.Length > VoucherLimits.IdCharactersMax)
            throw TooLarge(id: null, string.Create(CultureInfo.InvariantCulture, $"Fişin kimliği (id) {VoucherLimits.IdCharactersMax} karakterden uzun; daha kısa bir kimlik gönderilmelidir."));
        return new Voucher
        {
            Id = id,
            Number = number,
            Date = date,
            Kind = kind,
            State = state,
            EnteredBy = enteredBy,
            EnteredByUser = enteredByUser,
            EnteredAt = enteredAt,
            Comment = comment,
            Module = module,
            RowVersion = rowVersion,
            JournalNumber = journalNumber,
            Document = document,
            Grouping = grouping,
            Lines = lines ?? [],
            Extra = extra.ToText(id),
        };
    }

    private static string BrokenAt(JsonException exception)
    {
        var position = (exception.BytePositionInLine ?? 0) + 1;
        return exception.LineNumber is > 0 and var line
            ? string.Create(CultureInfo.InvariantCulture, $"JSON, fişin {line + 1}. satırının {position}. baytında bozuk.")
            : string.Create(CultureInfo.InvariantCulture, $"JSON {position}. baytta bozuk.");
    }
}
