using System.Buffers;
using System.Globalization;
using System.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>
/// The canonical JSON of a voucher: members in a fixed order, absent ones left out, no white space, digits as they were sent. It is what is
/// stored, hashed, and given back; <c>Parse(Write(v))</c> equals <c>v</c>.
/// </summary>
public static class VoucherJsonWriter
{
    public static void Write(IBufferWriter<byte> output, Voucher voucher)
    {
        var first = true;
        output.Write("{"u8);
        Member(output, ref first, "\"id\":"u8, voucher.Id);
        Member(output, ref first, "\"number\":"u8, voucher.Number);
        Member(output, ref first, "\"date\":"u8, voucher.Date);
        Member(output, ref first, "\"kind\":"u8, voucher.Kind);
        Member(output, ref first, "\"state\":"u8, voucher.State);
        Member(output, ref first, "\"enteredBy\":"u8, voucher.EnteredBy);
        Member(output, ref first, "\"enteredByUser\":"u8, voucher.EnteredByUser);
        Member(output, ref first, "\"enteredAt\":"u8, voucher.EnteredAt);
        Member(output, ref first, "\"comment\":"u8, voucher.Comment);
        Member(output, ref first, "\"module\":"u8, voucher.Module);
        Member(output, ref first, "\"rowVersion\":"u8, voucher.RowVersion);
        Member(output, ref first, "\"journalNumber\":"u8, voucher.JournalNumber);
        Member(output, ref first, "\"document\":"u8, voucher.Document);
        if (voucher.Grouping is { } grouping)
        {
            Name(output, ref first, "\"grouping\":"u8);
            WriteGrouping(output, grouping);
        }

        Name(output, ref first, "\"lines\":"u8);
        output.Write("["u8);
        for (var i = 0; i < voucher.Lines.Count; i++)
        {
            if (i > 0)
                output.Write(","u8);
            WriteLine(output, voucher.Lines[i]);
        }

        output.Write("]"u8);
        Extra(output, ref first, voucher.Extra);
        output.Write("}"u8);
    }

    public static byte[] ToBytes(Voucher voucher)
    {
        var output = new ArrayBufferWriter<byte>(1024);
        Write(output, voucher);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteLine(IBufferWriter<byte> output, VoucherLine line)
    {
        var first = true;
        output.Write("{"u8);
        Member(output, ref first, "\"id\":"u8, line.Id);
        Member(output, ref first, "\"account\":"u8, line.Account);
        Member(output, ref first, "\"accountName\":"u8, line.AccountName);
        Member(output, ref first, "\"mainAccount\":"u8, line.MainAccount);
        Member(output, ref first, "\"mainAccountName\":"u8, line.MainAccountName);
        Member(output, ref first, "\"debit\":"u8, line.Debit);
        Member(output, ref first, "\"credit\":"u8, line.Credit);
        Member(output, ref first, "\"side\":"u8, line.Side);
        Member(output, ref first, "\"description\":"u8, line.Description);
        Member(output, ref first, "\"postingDate\":"u8, line.PostingDate);
        Member(output, ref first, "\"document\":"u8, line.Document);
        Member(output, ref first, "\"paymentMethod\":"u8, line.PaymentMethod);
        if (line.Original is { } original)
        {
            Name(output, ref first, "\"original\":"u8);
            WriteOriginal(output, original);
        }

        if (line.Partner is { } partner)
        {
            Name(output, ref first, "\"partner\":"u8);
            WritePartner(output, partner);
        }

        Member(output, ref first, "\"branch\":"u8, line.Branch);
        Member(output, ref first, "\"vatRate\":"u8, line.VatRate);
        Member(output, ref first, "\"baseLine\":"u8, line.BaseLine);
        Member(output, ref first, "\"sourceDocument\":"u8, line.SourceDocument);
        Member(output, ref first, "\"journalLine\":"u8, line.JournalLine);
        Member(output, ref first, "\"part\":"u8, line.Part);
        Extra(output, ref first, line.Extra);
        output.Write("}"u8);
    }

    private static void WriteGrouping(IBufferWriter<byte> output, VoucherGrouping grouping)
    {
        var first = true;
        output.Write("{"u8);
        Member(output, ref first, "\"kind\":"u8, grouping.Kind);
        Member(output, ref first, "\"count\":"u8, grouping.Count);
        Member(output, ref first, "\"from\":"u8, grouping.From);
        Member(output, ref first, "\"to\":"u8, grouping.To);
        Member(output, ref first, "\"bank\":"u8, grouping.Bank);
        Extra(output, ref first, grouping.Extra);
        output.Write("}"u8);
    }

    private static void WriteOriginal(IBufferWriter<byte> output, OriginalAmount original)
    {
        var first = true;
        output.Write("{"u8);
        Member(output, ref first, "\"currency\":"u8, original.Currency);
        Member(output, ref first, "\"amount\":"u8, original.Amount);
        Member(output, ref first, "\"rate\":"u8, original.Rate);
        Member(output, ref first, "\"rateDate\":"u8, original.RateDate);
        Member(output, ref first, "\"rateSource\":"u8, original.RateSource);
        Member(output, ref first, "\"rateComment\":"u8, original.RateComment);
        Extra(output, ref first, original.Extra);
        output.Write("}"u8);
    }

    private static void WritePartner(IBufferWriter<byte> output, Partner partner)
    {
        var first = true;
        output.Write("{"u8);
        Member(output, ref first, "\"taxId\":"u8, partner.TaxId);
        Member(output, ref first, "\"name\":"u8, partner.Name);
        Extra(output, ref first, partner.Extra);
        output.Write("}"u8);
    }

    private static void Member(IBufferWriter<byte> output, ref bool first, ReadOnlySpan<byte> name, SourceDocument? document)
    {
        if (document is null)
            return;
        Name(output, ref first, name);
        var firstInside = true;
        output.Write("{"u8);
        Member(output, ref firstInside, "\"type\":"u8, document.Type);
        Member(output, ref firstInside, "\"typeDescription\":"u8, document.TypeDescription);
        Member(output, ref firstInside, "\"number\":"u8, document.Number);
        Member(output, ref firstInside, "\"date\":"u8, document.Date);
        Member(output, ref firstInside, "\"ettn\":"u8, document.Ettn);
        Member(output, ref firstInside, "\"ownSeries\":"u8, document.OwnSeries);
        Extra(output, ref firstInside, document.Extra);
        output.Write("}"u8);
    }

    private static void Member(IBufferWriter<byte> output, ref bool first, ReadOnlySpan<byte> name, string? text)
    {
        if (text is null)
            return;
        Name(output, ref first, name);
        JsonText.Write(output, text);
    }

    private static void Member(IBufferWriter<byte> output, ref bool first, ReadOnlySpan<byte> name, DateField date)
    {
        if (date.IsAbsent)
            return;
        Name(output, ref first, name);
        JsonText.Write(output, date.ToString());
    }

    private static void Member(IBufferWriter<byte> output, ref bool first, ReadOnlySpan<byte> name, AmountField amount)
    {
        if (amount.IsAbsent)
            return;
        Name(output, ref first, name);
        if (amount.Raw is { } raw)
        {
            JsonText.Write(output, raw);
            return;
        }

        var target = output.GetSpan(32);
        amount.OrZero.TryFormat(target, out var written, provider: CultureInfo.InvariantCulture);
        output.Advance(written);
    }

    private static void Name(IBufferWriter<byte> output, ref bool first, ReadOnlySpan<byte> name)
    {
        if (!first)
            output.Write(","u8);
        first = false;
        output.Write(name);
    }

    private static void Extra(IBufferWriter<byte> output, ref bool first, string? extra)
    {
        if (extra is not { Length: > 2 })
            return;
        if (!first)
            output.Write(","u8);
        first = false;
        Encoding.UTF8.GetBytes(extra.AsSpan(1, extra.Length - 2), output);
    }
}
