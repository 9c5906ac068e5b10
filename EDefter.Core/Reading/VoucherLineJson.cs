using System.Globalization;
using System.Text.Json;
using EDefter.Core.Vouchers;
using static EDefter.Core.Reading.VoucherJsonValue;

namespace EDefter.Core.Reading;

/// <summary>The lines of a voucher, read from its JSON.</summary>
internal static class VoucherLineJson
{
    /// <param name="reader">Before the value of <c>lines</c>.</param>
    /// <param name="json">What the reader reads.</param>
    /// <param name="before">The lines, if they were there already.</param>
    /// <param name="id">The voucher's id, as far as it is known.</param>
    public static List<VoucherLine>? ReadLines(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, List<VoucherLine>? before, string? id)
    {
        Once(before is null, id, "lines");
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return null;
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Unreadable(id, "Fişin satırları (lines) bir dizi değil; satırlar [ ] içinde gönderilmelidir.");
        var lines = new List<VoucherLine>(4);
        var documents = default(LineDocuments);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Unreadable(id, string.Create(CultureInfo.InvariantCulture, $"Fişin {lines.Count + 1}. satırı bir JSON nesnesi değil; her satır {{ }} içinde gönderilmelidir."));
            if (lines.Count == VoucherLimits.LinesMax)
                throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"Fişte {VoucherLimits.LinesMax} satırdan fazlası var; fiş bölünmelidir."));
            lines.Add(ReadLine(ref reader, json, ref documents, id));
        }

        return lines;
    }

    private static VoucherLine ReadLine(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, ref LineDocuments documents, string? id)
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
                description = ReadWord(ref reader, description, id, "description");
            }
            else if (Is(ref reader, "postingDate"u8))
            {
                postingDate = ReadDate(ref reader, postingDate, id, "postingDate");
            }
            else if (Is(ref reader, "document"u8))
            {
                document = documents.Read(ref reader, json, document, id);
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
                original = VoucherJsonParts.ReadOriginal(ref reader, json, original, id);
            }
            else if (Is(ref reader, "partner"u8))
            {
                partner = VoucherJsonParts.ReadPartner(ref reader, json, partner, id);
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
                sourceDocument = ReadWord(ref reader, sourceDocument, id, "sourceDocument");
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
}
