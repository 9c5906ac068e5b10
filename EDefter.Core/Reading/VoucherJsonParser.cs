using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>
/// Turns one JSON object into a <see cref="Voucher"/> (API.md "Voucher"). Reading never rejects a business error: a text that should be an
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
                comment = ReadText(ref reader, comment, id, "comment");
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
                document = ReadDocument(ref reader, json, document, id);
            }
            else if (Is(ref reader, "grouping"u8))
            {
                grouping = ReadGrouping(ref reader, json, grouping, id);
            }
            else if (Is(ref reader, "lines"u8))
            {
                lines = ReadLines(ref reader, json, lines, id);
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

    private static List<VoucherLine>? ReadLines(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<VoucherLine>? before, string? id)
    {
        Once(before is null, id, "lines");
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unreadable(id, "Fişin satırları (lines) bir dizi değil; satırlar [ ] içinde gönderilmelidir.");
        var lines = new List<VoucherLine>(4);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Unreadable(id, string.Create(CultureInfo.InvariantCulture, $"Fişin {lines.Count + 1}. satırı bir JSON nesnesi değil; her satır {{ }} içinde gönderilmelidir."));
            if (lines.Count == VoucherLimits.LinesMax)
                throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"Fişte {VoucherLimits.LinesMax} satırdan fazlası var; fiş bölünmelidir."));
            lines.Add(ReadLine(ref reader, json, id));
        }

        return lines;
    }

    private static VoucherLine ReadLine(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string? id)
    {
        string? lineId = null, account = null, accountName = null, mainAccount = null, mainAccountName = null, side = null, description = null, paymentMethod = null, branch = null, baseLine = null, sourceDocument = null, journalLine = null, part = null;
        AmountField debit = default, credit = default, vatRate = default;
        DateField postingDate = default;
        SourceDocument? document = null;
        OriginalAmount? original = null;
        Partner? partner = null;
        var extra = default(ExtraMembers);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "account"u8))
            {
                account = ReadWord(ref reader, account, id, "account");
            }
            else if (Is(ref reader, "accountName"u8))
            {
                accountName = ReadWord(ref reader, accountName, id, "accountName");
            }
            else if (Is(ref reader, "mainAccountName"u8))
            {
                mainAccountName = ReadWord(ref reader, mainAccountName, id, "mainAccountName");
            }
            else if (Is(ref reader, "debit"u8))
            {
                debit = ReadAmount(ref reader, debit, id, "debit");
            }
            else if (Is(ref reader, "credit"u8))
            {
                credit = ReadAmount(ref reader, credit, id, "credit");
            }
            else if (Is(ref reader, "description"u8))
            {
                description = ReadText(ref reader, description, id, "description");
            }
            else if (Is(ref reader, "postingDate"u8))
            {
                postingDate = ReadDate(ref reader, postingDate, id, "postingDate");
            }
            else if (Is(ref reader, "document"u8))
            {
                document = ReadDocument(ref reader, json, document, id);
            }
            else if (Is(ref reader, "paymentMethod"u8))
            {
                paymentMethod = ReadWord(ref reader, paymentMethod, id, "paymentMethod");
            }
            else if (Is(ref reader, "id"u8))
            {
                lineId = ReadText(ref reader, lineId, id, "line.id");
            }
            else if (Is(ref reader, "original"u8))
            {
                original = ReadOriginal(ref reader, json, original, id);
            }
            else if (Is(ref reader, "partner"u8))
            {
                partner = ReadPartner(ref reader, json, partner, id);
            }
            else if (Is(ref reader, "mainAccount"u8))
            {
                mainAccount = ReadWord(ref reader, mainAccount, id, "mainAccount");
            }
            else if (Is(ref reader, "side"u8))
            {
                side = ReadWord(ref reader, side, id, "side");
            }
            else if (Is(ref reader, "branch"u8))
            {
                branch = ReadWord(ref reader, branch, id, "branch");
            }
            else if (Is(ref reader, "vatRate"u8))
            {
                vatRate = ReadAmount(ref reader, vatRate, id, "vatRate");
            }
            else if (Is(ref reader, "baseLine"u8))
            {
                baseLine = ReadText(ref reader, baseLine, id, "baseLine");
            }
            else if (Is(ref reader, "sourceDocument"u8))
            {
                sourceDocument = ReadText(ref reader, sourceDocument, id, "sourceDocument");
            }
            else if (Is(ref reader, "journalLine"u8))
            {
                journalLine = ReadText(ref reader, journalLine, id, "journalLine");
            }
            else if (Is(ref reader, "part"u8))
            {
                part = ReadText(ref reader, part, id, "part");
            }
            else
            {
                extra.Keep(ref reader, json, id);
            }
        }

        return new VoucherLine
        {
            Id = lineId,
            Account = account,
            AccountName = accountName,
            MainAccount = mainAccount,
            MainAccountName = mainAccountName,
            Debit = debit,
            Credit = credit,
            Side = side,
            Description = description,
            PostingDate = postingDate,
            Document = document,
            PaymentMethod = paymentMethod,
            Original = original,
            Partner = partner,
            Branch = branch,
            VatRate = vatRate,
            BaseLine = baseLine,
            SourceDocument = sourceDocument,
            JournalLine = journalLine,
            Part = part,
            Extra = extra.ToText(id),
        };
    }

    private static SourceDocument? ReadDocument(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, SourceDocument? before, string? id)
    {
        Once(before is null, id, "document");
        if (!EnterObject(ref reader, id, "document"))
            return null;
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
                number = ReadText(ref reader, number, id, "document.number");
            else if (Is(ref reader, "date"u8))
                date = ReadDate(ref reader, date, id, "document.date");
            else if (Is(ref reader, "ettn"u8))
                ettn = ReadText(ref reader, ettn, id, "document.ettn");
            else if (Is(ref reader, "ownSeries"u8))
                ownSeries = ReadText(ref reader, ownSeries, id, "document.ownSeries");
            else
                extra.Keep(ref reader, json, id);
        }

        return new SourceDocument { Type = type, TypeDescription = typeDescription, Number = number, Date = date, Ettn = ettn, OwnSeries = ownSeries, Extra = extra.ToText(id) };
    }

    private static OriginalAmount? ReadOriginal(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, OriginalAmount? before, string? id)
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

    private static Partner? ReadPartner(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, Partner? before, string? id)
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

    private static VoucherGrouping? ReadGrouping(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, VoucherGrouping? before, string? id)
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

    // ValueTextEquals would throw at a name that is escaped to a lone surrogate.
    private static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueIsEscaped ? IsEscaped(reader.ValueSpan, name) : reader.ValueSpan.SequenceEqual(name);

    private static bool IsEscaped(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> name) =>
        escaped.Length <= name.Length * 6 && JsonText.Unescape(escaped, id: null, "alan adı") == Encoding.UTF8.GetString(name);

    private static bool EnterObject(ref Utf8JsonReader reader, string? id, string member)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw Unreadable(id, $"\"{member}\" bir JSON nesnesi değil; {{ }} içinde gönderilmelidir."),
        };
    }

    private static AmountField ReadAmount(ref Utf8JsonReader reader, AmountField before, string? id, string member)
    {
        Once(before.IsAbsent, id, member);
        return ReadText(ref reader, before: null, id, member) is { } text ? AmountField.Parse(text) : AmountField.Absent;
    }

    private static DateField ReadDate(ref Utf8JsonReader reader, DateField before, string? id, string member)
    {
        Once(before.IsAbsent, id, member);
        return ReadText(ref reader, before: null, id, member) is { } text ? DateField.Parse(text) : DateField.Absent;
    }

    // The same member twice means two values, one of which would vanish without a word.
    private static void Once(bool isFirst, string? id, string member)
    {
        if (!isFirst)
            throw Unreadable(id, $"\"{member}\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.");
    }

    // A number or truth value where a text is expected is that text: ERPs send 163 for "163", and nothing is lost by it.
    // A text that many lines share.
    private static string? ReadWord(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        // The reader is copied to look ahead: what is no word is read, and refused, as any text is.
        var ahead = reader;
        if (before is not null || !ahead.Read() || ahead is not { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false } || Words.Find(ahead.ValueSpan) is not { } word)
            return ReadText(ref reader, before, id, member);
        reader = ahead;
        return word;
    }

    private static string? ReadText(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        Once(before is null, id, member);
        reader.Read();
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > VoucherLimits.TextBytesMax)
            throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"\"{member}\" metni {VoucherLimits.TextBytesMax / 1024} KB sınırını aşıyor; metin kısaltılmalıdır."));
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan, id, member) : DecodeUtf8(reader.ValueSpan, id, member);
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                throw Unreadable(id, $"\"{member}\" bir metin ya da sayı değil.");
        }
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> utf8, string? id, string member) =>
        JsonText.TryDecode(utf8, out var text) ? text : throw Unreadable(id, $"\"{member}\" metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");

    internal static UnreadableVoucherException Unreadable(string? id, string reason, bool isBrokenJson = false) => new("unreadable", id, reason, isBrokenJson);

    private static string BrokenAt(JsonException exception)
    {
        var position = (exception.BytePositionInLine ?? 0) + 1;
        return exception.LineNumber is > 0 and var line
            ? string.Create(CultureInfo.InvariantCulture, $"JSON, fişin {line + 1}. satırının {position}. baytında bozuk.")
            : string.Create(CultureInfo.InvariantCulture, $"JSON {position}. baytta bozuk.");
    }

    private static UnreadableVoucherException TooLarge(string? id, string reason) => new("too-large", id, reason);

    private struct ExtraMembers
    {
        private ArrayBufferWriter<byte>? kept;

        public void Keep(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string? id)
        {
            var start = (int)reader.TokenStartIndex;
            SkipValue(ref reader, id);
            kept ??= new ArrayBufferWriter<byte>(128);
            kept.Write(kept.WrittenCount == 0 ? "{"u8 : ","u8);
            JsonText.WriteCompact(kept, json[start..(int)reader.BytesConsumed]);
        }

        private static void SkipValue(ref Utf8JsonReader reader, string? id)
        {
            reader.Read();
            var outside = reader.CurrentDepth;
            while (true)
            {
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= VoucherLimits.DepthMax)
                    throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"Fişte {VoucherLimits.DepthMax} düzeyden fazla iç içe alan var; bilinmeyen alanlar sadeleştirilmelidir."));
                if (reader.CurrentDepth == outside && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                    return;
                reader.Read();
            }
        }

        public readonly string? ToText(string? id)
        {
            if (kept is null)
                return null;
            kept.Write("}"u8);
            return JsonText.TryDecode(kept.WrittenSpan, out var text) ? text : throw Unreadable(id, "Bilinmeyen bir alanın metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");
        }
    }
}
