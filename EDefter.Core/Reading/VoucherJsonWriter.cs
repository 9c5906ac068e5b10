using System.Globalization;
using System.Text;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>
/// The canonical JSON of a voucher: members in a fixed order, absent ones left out, no white space, digits as they were sent. It is what is
/// stored, hashed, and given back; <c>Parse(Write(v))</c> equals <c>v</c>.
/// </summary>
public static class VoucherJsonWriter
{
    public static void Write(ByteBuffer output, Voucher voucher)
    {
        var start = output.Length;
        Member(output, ",\"id\":"u8, voucher.Id);
        Member(output, ",\"number\":"u8, voucher.Number);
        Member(output, ",\"date\":"u8, voucher.Date);
        Member(output, ",\"kind\":"u8, voucher.Kind);
        Member(output, ",\"state\":"u8, voucher.State);
        Member(output, ",\"enteredBy\":"u8, voucher.EnteredBy);
        Member(output, ",\"enteredByUser\":"u8, voucher.EnteredByUser);
        Member(output, ",\"enteredAt\":"u8, voucher.EnteredAt);
        Member(output, ",\"comment\":"u8, voucher.Comment);
        Member(output, ",\"module\":"u8, voucher.Module);
        Member(output, ",\"rowVersion\":"u8, voucher.RowVersion);
        Member(output, ",\"journalNumber\":"u8, voucher.JournalNumber);
        WriteDocument(output, voucher.Document);
        if (voucher.Grouping is { } grouping)
        {
            output.Write(",\"grouping\":"u8);
            WriteGrouping(output, grouping);
        }

        output.Write(",\"lines\":["u8);
        var documents = default(WrittenDocument);
        for (var i = 0; i < voucher.Lines.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            WriteLine(output, voucher.Lines[i], ref documents);
        }

        output.Write("]"u8);
        Close(output, start, voucher.Extra);
    }

    public static byte[] ToBytes(Voucher voucher)
    {
        var output = new ByteBuffer(1024);
        Write(output, voucher);
        return output.Written.ToArray();
    }

    private static void WriteLine(ByteBuffer output, VoucherLine line, ref WrittenDocument documents)
    {
        var start = output.Length;
        Member(output, ",\"id\":"u8, line.Id);
        Member(output, ",\"account\":"u8, line.Account);
        Member(output, ",\"accountName\":"u8, line.AccountName);
        Member(output, ",\"mainAccount\":"u8, line.MainAccount);
        Member(output, ",\"mainAccountName\":"u8, line.MainAccountName);
        Member(output, ",\"debit\":"u8, line.Debit);
        Member(output, ",\"credit\":"u8, line.Credit);
        Member(output, ",\"side\":"u8, line.Side);
        Member(output, ",\"description\":"u8, line.Description);
        Member(output, ",\"postingDate\":"u8, line.PostingDate);
        documents.Write(output, line.Document);
        Member(output, ",\"paymentMethod\":"u8, line.PaymentMethod);
        if (line.Original is { } original)
        {
            output.Write(",\"original\":"u8);
            WriteOriginal(output, original);
        }

        if (line.Partner is { } partner)
        {
            output.Write(",\"partner\":"u8);
            WritePartner(output, partner);
        }

        Member(output, ",\"branch\":"u8, line.Branch);
        Member(output, ",\"vatRate\":"u8, line.VatRate);
        Member(output, ",\"baseLine\":"u8, line.BaseLine);
        Member(output, ",\"sourceDocument\":"u8, line.SourceDocument);
        Member(output, ",\"journalLine\":"u8, line.JournalLine);
        Member(output, ",\"part\":"u8, line.Part);
        Close(output, start, line.Extra);
    }

    private static void WriteGrouping(ByteBuffer output, VoucherGrouping grouping)
    {
        var start = output.Length;
        Member(output, ",\"kind\":"u8, grouping.Kind);
        Member(output, ",\"count\":"u8, grouping.Count);
        Member(output, ",\"from\":"u8, grouping.From);
        Member(output, ",\"to\":"u8, grouping.To);
        Member(output, ",\"bank\":"u8, grouping.Bank);
        Close(output, start, grouping.Extra);
    }

    private static void WriteOriginal(ByteBuffer output, OriginalAmount original)
    {
        var start = output.Length;
        Member(output, ",\"currency\":"u8, original.Currency);
        Member(output, ",\"amount\":"u8, original.Amount);
        Member(output, ",\"rate\":"u8, original.Rate);
        Member(output, ",\"rateDate\":"u8, original.RateDate);
        Member(output, ",\"rateSource\":"u8, original.RateSource);
        Member(output, ",\"rateComment\":"u8, original.RateComment);
        Close(output, start, original.Extra);
    }

    private static void WritePartner(ByteBuffer output, Partner partner)
    {
        var start = output.Length;
        Member(output, ",\"taxId\":"u8, partner.TaxId);
        Member(output, ",\"name\":"u8, partner.Name);
        Close(output, start, partner.Extra);
    }

    private static void WriteDocument(ByteBuffer output, SourceDocument? document)
    {
        if (document is null)
            return;
        output.Write(",\"document\":"u8);
        var start = output.Length;
        Member(output, ",\"type\":"u8, document.Type);
        Member(output, ",\"typeDescription\":"u8, document.TypeDescription);
        Member(output, ",\"number\":"u8, document.Number);
        Member(output, ",\"date\":"u8, document.Date);
        Member(output, ",\"ettn\":"u8, document.Ettn);
        Member(output, ",\"ownSeries\":"u8, document.OwnSeries);
        Close(output, start, document.Extra);
    }

    private static void Member(ByteBuffer output, ReadOnlySpan<byte> name, string? text)
    {
        if (text is null)
            return;
        output.Write(name);
        JsonText.Write(output, text);
    }

    private static void Member(ByteBuffer output, ReadOnlySpan<byte> name, DateField date)
    {
        if (date.IsAbsent)
            return;
        output.Write(name);
        if (date.Value is not { } day)
        {
            JsonText.Write(output, date.Raw!);
            return;
        }

        output.Write("\""u8);
        day.TryFormat(output.Reserve(10), out var written, "O", CultureInfo.InvariantCulture);
        output.Advance(written);
        output.Write("\""u8);
    }

    private static void Member(ByteBuffer output, ReadOnlySpan<byte> name, AmountField amount)
    {
        if (amount.IsAbsent)
            return;
        output.Write(name);
        if (amount.Raw is { } raw)
        {
            JsonText.Write(output, raw);
            return;
        }

        amount.OrZero.TryFormat(output.Reserve(32), out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    // Every member begins with a comma; that of the first one becomes the brace that opens the object.
    private static void Close(ByteBuffer output, int start, string? extra)
    {
        if (extra is { Length: > 2 })
        {
            output.Write(","u8);
            Encoding.UTF8.GetBytes(extra.AsSpan(1, extra.Length - 2), output);
        }

        if (output.Length == start)
            output.Write("{"u8);
        output.Overwrite(start)[0] = (byte)'{';
        output.Write("}"u8);
    }

    /// <summary>The document that was written last: the next line's is mostly the same one, and then so are its bytes.</summary>
    private struct WrittenDocument
    {
        private SourceDocument? last;
        private int start;
        private int length;

        public void Write(ByteBuffer output, SourceDocument? document)
        {
            if (document is not null && ReferenceEquals(document, last))
            {
                output.Write(output.Written.Slice(start, length));
                return;
            }

            (last, start) = (document, output.Length);
            WriteDocument(output, document);
            length = output.Length - start;
        }
    }
}
