using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;

namespace EDefter.Tests.Journal;

/// <summary>
/// Valid vouchers with up to four members made wild: blanks, control characters, halves of pairs, amounts at and over every limit. Most still look
/// almost right, because a voucher that is wrong everywhere never passes the rules and tries nothing.
/// </summary>
internal static class WildVouchers
{
    private static readonly Gen<string?> Text = Gen.OneOf(
        Gen.OneOf<string?>(null, "", " ", "   ", "\u00a0\u00a0\u00a0", "\t", "\n", "A", " A", "A ", "AB", "NULL", ";", "\"", "a\r\nb", "\u0001", "\u007f", "\u0085", "\ud800", "\ufffe", "😀", "ŞĞİı", "日本", "'", "=1+1"),
        Gen.OneOf<string?>("x", "ğ", "0", " ", "\t", "  ", "\u00a0").Select(one => one is "x" or "ğ" or "0" ? string.Concat(Enumerable.Repeat(one, 32_768)) : one),
        Gen.OneOf<string?>("check", "invoice", "order-customer", "receipt", "other", "OTHER", "voucher", "D", "C", "B", "A", "d", "USD", "TRY"),
        Gen.String[Gen.Char['\u0000', '\uffff'], 0, 5].Select(text => (string?)text));

    private static readonly Gen<string?> Account = Gen.OneOf(
        Gen.OneOf<string?>("100", "1000", "10", "10000", "100.", ".100", " 100", "100 ", "   ", "  1", "   .1", "100/1", "/100", "-", "1-2", "100 01", "١٢٣", "İŞ1.1", "100;1", "600.01.02.03"),
        Text);

    private static readonly Gen<AmountField> Amount = Gen.OneOf(
        Gen.OneOf(
            "", "0", "0.00", "-0.00", "0.001", "0.005", "0.010", "0.0100000000000000000000000001", "-1", "1", "1.1", "100.00", "1.234,56", "abc", "9999999999999.99", "99999999999999.99", "999999999999999.99",
            "1000000000000000", "12345678901234567890.12", "9999999999999999999999999999", "-9999999999999999999999999999", "99999999999999999999999999.99", "0.9999999999999999999999999999").Select(AmountField.Parse),
        Gen.Decimal.Select(AmountField.Of));

    private static readonly Gen<DateField> Date = Gen.OneOf("", "2025-01-31", "2025-02-01", "2024-12-31", "0001-01-01", "1899-12-31", "1950-01-01", "1900-02-28", "9999-12-31", "31.01.2025", "x").Select(DateField.Parse);

    private static readonly Gen<SourceDocument?> Document =
        from given in Gen.Int[0, 4]
        from type in Gen.OneOf(Text, Gen.OneOf<string?>("receipt", "shipment", "voucher", "invoice", "other"))
        from description in Text
        from number in Gen.OneOf(Text, Gen.OneOf<string?>("ABC2025000000001", " "))
        from date in Gen.OneOf(Date, Gen.Const(DateField.Of(new DateOnly(2025, 1, 2))))
        select given == 0 ? null : new SourceDocument { Type = type, TypeDescription = description, Number = number, Date = date };

    private static readonly Gen<OriginalAmount?> Original =
        from given in Gen.Int[0, 4]
        from currency in Gen.OneOf(Text, Gen.Const((string?)"EUR"))
        from amount in Amount
        from rate in Amount
        from date in Gen.OneOf(Date, Gen.Const(DateField.Of(new DateOnly(2025, 1, 2))))
        select given == 0 ? null : new OriginalAmount { Currency = currency, Amount = amount, Rate = rate, RateDate = date };

    private static readonly Gen<Func<VoucherLine, VoucherLine>> LineChange = Gen.OneOf<Func<VoucherLine, VoucherLine>>(
        Account.Select(Change((line, account) => line with { Account = account })),
        Account.Select(Change((line, account) => line with { MainAccount = account })),
        Text.Select(Change((line, text) => line with { AccountName = text })),
        Text.Select(Change((line, text) => line with { MainAccountName = text })),
        Text.Select(Change((line, text) => line with { Side = text })),
        Text.Select(Change((line, text) => line with { PaymentMethod = text })),
        Text.Select(Change((line, text) => line with { Description = text })),
        Text.Select(Change((line, text) => line with { Id = text })),
        Amount.Select(amount => (Func<VoucherLine, VoucherLine>)(line => line with { Debit = amount })),
        Amount.Select(amount => (Func<VoucherLine, VoucherLine>)(line => line with { Credit = amount })),
        Gen.OneOf("D", "C", "B", "A").Select(side => (Func<VoucherLine, VoucherLine>)(line => line with { Debit = line.Credit, Credit = line.Debit, Side = side })),
        Date.Select(date => (Func<VoucherLine, VoucherLine>)(line => line with { PostingDate = date })),
        Document.Select(document => (Func<VoucherLine, VoucherLine>)(line => line with { Document = document })),
        Original.Select(original => (Func<VoucherLine, VoucherLine>)(line => line with { Original = original })));

    private static readonly Gen<Func<Voucher, Voucher>> VoucherChange = Gen.OneOf<Func<Voucher, Voucher>>(
        Text.Select(text => (Func<Voucher, Voucher>)(voucher => voucher with { Number = text })),
        Text.Select(text => (Func<Voucher, Voucher>)(voucher => voucher with { EnteredBy = text })),
        Text.Select(text => (Func<Voucher, Voucher>)(voucher => voucher with { Comment = text })),
        Gen.OneOf<string?>(null, "", "opening", "closing", "tahsil", "MAHSUP", " mahsup").Select(kind => (Func<Voucher, Voucher>)(voucher => voucher with { Kind = kind })),
        Date.Select(date => (Func<Voucher, Voucher>)(voucher => voucher with { Date = date })),
        Document.Select(document => (Func<Voucher, Voucher>)(voucher => voucher with { Document = document })),
        Gen.Const((Func<Voucher, Voucher>)(voucher => voucher with { Lines = [.. voucher.Lines, .. voucher.Lines] })),
        Gen.Const((Func<Voucher, Voucher>)(voucher => voucher with { Lines = [.. voucher.Lines.Take(1)] })),
        // One amount on both sides of a voucher keeps its balance, so that nothing hides behind FIS001.
        Amount.Select(amount => (Func<Voucher, Voucher>)(voucher => voucher with { Lines = [.. voucher.Lines.Take(2).Select((line, i) => line with { Side = null, Debit = i == 0 ? amount : AmountField.Absent, Credit = i == 0 ? AmountField.Absent : amount })] })),
        Gen.Select(Amount, Gen.Int[2, 40]).Select(many => (Func<Voucher, Voucher>)(voucher => voucher with { Lines = [.. Enumerable.Range(0, many.Item2).Select(i => voucher.Lines[0] with { Side = null, Debit = i % 2 == 0 ? many.Item1 : AmountField.Absent, Credit = i % 2 == 0 ? AmountField.Absent : many.Item1 })] })),
        Gen.Select(Gen.Int[0, 20], LineChange).Select(at => (Func<Voucher, Voucher>)(voucher => voucher.Lines.Count == 0 ? voucher : voucher with { Lines = [.. voucher.Lines.Select((line, i) => i == at.Item1 % voucher.Lines.Count ? at.Item2(line) : line)] })),
        LineChange.Select(change => (Func<Voucher, Voucher>)(voucher => voucher with { Lines = [.. voucher.Lines.Select(change)] })));

    public static Gen<Voucher> Of(Period month) =>
        Gen.Select(VoucherGen.Of(month, "1", "1"), VoucherChange.Array[0, 4], (voucher, changes) => changes.Aggregate(voucher, (one, change) => change(one)));

    private static Func<string?, Func<VoucherLine, VoucherLine>> Change(Func<VoucherLine, string?, VoucherLine> change) => text => line => change(line, text);
}
