using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class VoucherFactsTests
{
    [Theory]
    [InlineData("120.01", "120")]
    [InlineData("1200-01", "1200")]
    [InlineData("12 01", "12")]
    [InlineData("120/01", "120")]
    [InlineData("12/3.45", "12/3")]
    [InlineData("12001", "120")]
    [InlineData("120", "120")]
    [InlineData("12", "12")]
    [InlineData(".01", "")]
    [InlineData(".1/2", "")]
    [InlineData("/1", "")]
    public void The_main_account_stands_before_the_first_separator_else_it_is_three_characters(string account, string expected)
    {
        Assert.Equal(expected, VoucherFacts.MainAccountOf(account));
        Assert.Equal(expected, VoucherFacts.MainAccountOf(new VoucherLine { Account = account, MainAccount = string.Empty }));
        Assert.Equal("999", VoucherFacts.MainAccountOf(new VoucherLine { Account = account, MainAccount = "999" }));
    }

    [Fact]
    public void A_line_without_account_has_no_main_account() => Assert.Equal(string.Empty, VoucherFacts.MainAccountOf(new VoucherLine()));

    [Theory]
    [InlineData("12", false)]
    [InlineData("120", true)]
    [InlineData("1200", true)]
    [InlineData("12000", false)]
    [InlineData("12 ", false)]
    [InlineData(" 120", true)]
    [InlineData(" 120 ", false)]
    public void A_main_account_has_three_or_four_characters(string code, bool expected) => Assert.Equal(expected, VoucherFacts.IsMainAccount(code));

    [Theory]
    [InlineData("", true)]
    [InlineData("0", true)]
    [InlineData("999999999999999.99", true)]
    [InlineData("-999999999999999.99", true)]
    [InlineData("1000000000000000", false)]
    [InlineData("-1000000000000000", false)]
    [InlineData("1.234,50", false)]
    public void What_cannot_be_counted_is_nothing_in_the_sums(string text, bool isCountable)
    {
        var amount = text.Length == 0 ? AmountField.Absent : AmountField.Parse(text);
        var facts = VoucherFacts.Of(new Voucher { Id = "1", Lines = [new VoucherLine { Debit = amount }, new VoucherLine { Credit = amount }] });
        var counted = isCountable && text.Length > 0 ? decimal.Parse(text, CultureInfo.InvariantCulture) : 0m;
        Assert.Equal(isCountable, VoucherFacts.IsCountable(amount));
        Assert.Equal((counted, counted), (facts.Debit, facts.Credit));
        Assert.Equal((isCountable, isCountable), (facts.Lines[0].Readable, facts.Lines[1].Readable));
        Assert.Equal((counted, 0m), (facts.Lines[0].Debit, facts.Lines[0].Credit));
        Assert.Equal(isCountable && counted == 0, facts.Lines[0].IsNothing);
    }

    [Theory]
    [InlineData("D", 0, 5, 5, 0)]
    [InlineData("D", 5, 0, 5, 0)]
    [InlineData("D", 5, 3, 5, 3)]
    [InlineData("C", 5, 0, 0, 5)]
    [InlineData("C", 0, 5, 0, 5)]
    [InlineData("C", 5, 3, 5, 3)]
    [InlineData("X", 5, 0, 5, 0)]
    [InlineData(null, 0, 5, 0, 5)]
    public void An_amount_moves_to_the_side_that_is_said_unless_both_are_filled(string? side, int debit, int credit, int movedDebit, int movedCredit)
    {
        var line = VoucherFacts.Of(new Voucher { Id = "1", Lines = [new VoucherLine { Side = side, Debit = AmountField.Of(debit), Credit = AmountField.Of(credit) }] }).Lines[0];
        Assert.Equal((movedDebit, movedCredit), (line.Debit, line.Credit));
    }

    [Theory]
    [InlineData("163", "163")]
    [InlineData(" ", "V1")]
    [InlineData(null, "V1")]
    public void A_voucher_is_called_by_its_number_else_by_its_id(string? number, string name) => Assert.Equal(name, VoucherFacts.Of(new Voucher { Id = "V1", Number = number }).Name);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_is_known_whether_a_repair_touched_the_voucher(bool isRepaired)
    {
        var lines = new VoucherLine[] { new() { Part = "1" }, new() { Part = "2" } };
        Assert.Equal(isRepaired, VoucherFacts.Of(new Voucher { Id = "1" }, isRepaired).IsRepaired);
        Assert.All(VoucherFacts.EntriesOf(new Voucher { Id = "1", Lines = lines }, isRepaired), entry => Assert.Equal(isRepaired, entry.IsRepaired));
    }

    [Fact]
    public void Faults_of_texts_are_sought_once()
    {
        var facts = VoucherFacts.Of(new Voucher { Id = "1", Comment = " x" });
        Assert.Single(facts.TextFaults);
        Assert.Same(facts.TextFaults, facts.TextFaults);
    }

    [Fact]
    public void A_line_without_document_rests_on_that_of_the_voucher()
    {
        var whole = new SourceDocument { Type = "invoice" };
        var own = new SourceDocument { Type = "check" };
        var facts = VoucherFacts.Of(new Voucher { Id = "1", Document = whole, Lines = [new VoucherLine(), new VoucherLine { Document = own }, new VoucherLine { Document = new SourceDocument() }] });
        Assert.Equal([whole, own, whole], facts.Lines.ToArray().Select(line => line.Document));
        Assert.Equal([DocumentType.Invoice, DocumentType.Check, DocumentType.Invoice], facts.Lines.ToArray().Select(line => line.DocumentType!.Value));
        Assert.Null(VoucherFacts.Of(new Voucher { Id = "1", Document = new SourceDocument(), Lines = [new VoucherLine()] }).Lines[0].Document);
    }
}
