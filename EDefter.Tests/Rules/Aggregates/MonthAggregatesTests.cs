using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules.Aggregates;

public sealed class MonthAggregatesTests
{
    private static readonly Period Month = new(2025, 1);

    [Fact]
    public void Vouchers_of_the_book_are_counted_and_no_others()
    {
        var month = Observed(Voucher("1", "F1"), Voucher("2", "F2"));
        var one = VoucherFacts.Of(Voucher("3", "F3"));
        month.ObserveCancelled(one);
        month.ObserveUndated(one);
        Assert.Equal((2, 2), (month.Vouchers, month.ToDigest(Month).Vouchers));
    }

    /// <summary>Later months must not give the number again, neither that of an entry nor that of the voucher it was.</summary>
    [Fact]
    public void A_divided_voucher_leaves_the_numbers_of_its_entries_and_its_own()
    {
        var voucher = Voucher("1", "F1");
        var divided = voucher with { Lines = [.. voucher.Lines.Select((line, i) => line with { Part = i == 0 ? "1" : "2" })] };
        var month = new MonthAggregates();
        foreach (var entry in VoucherFacts.EntriesOf(divided))
            month.Observe(entry);
        string[] numbers = ["1", .. VoucherFacts.EntriesOf(divided).Select(entry => entry.Voucher.Number!)];
        Assert.Equal(numbers.Select(number => MonthAggregates.NumberKey(VoucherKind.Mahsup, number)).Order(), month.ToDigest(Month).Numbers);
    }

    [Fact]
    public void Documents_booked_again_stand_in_the_order_of_supplier_and_number()
    {
        string[] documents = ["F2", "F1", "F3"];
        var month = Observed([.. documents.Concat(documents).Select((document, i) => Voucher($"{i}", document)), .. documents.Concat(documents).Select((document, i) => Voucher($"9{i}", document, "0010213576"))]);
        Assert.Equal(["0010213576 F1", "0010213576 F2", "0010213576 F3", "4540536920 F1", "4540536920 F2", "4540536920 F3"], month.BookedAgain(YearToDate.Empty).Select(one => $"{one.TaxId} {one.Number}"));
    }

    private static MonthAggregates Observed(params Voucher[] vouchers)
    {
        var month = new MonthAggregates();
        foreach (var voucher in vouchers)
            month.Observe(VoucherFacts.Of(voucher));
        return month;
    }

    private static Voucher Voucher(string number, string document, string taxId = "4540536920") => VoucherGen.Of(Month, number, number).Single() with
    {
        Kind = "mahsup",
        Lines =
        [
            new VoucherLine { Account = "770.01", Debit = AmountField.Of(10), Partner = new Partner { TaxId = taxId }, Document = new SourceDocument { Type = "invoice", Number = document } },
            new VoucherLine { Account = "100.01", Credit = AmountField.Of(10) },
        ],
    };
}
