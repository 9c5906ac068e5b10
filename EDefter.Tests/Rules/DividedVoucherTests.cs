using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>A voucher of several documents that was divided into entries is one voucher wherever vouchers are counted.</summary>
public sealed class DividedVoucherTests
{
    private static readonly Period Month = new(2025, 1);

    [Fact]
    public void It_counts_once_in_the_book_cancelled_and_in_the_drawer()
    {
        var cancelled = Divided("2", "12") with { State = "cancelled" };
        var (_, result) = Run([Divided("1", "11"), cancelled, Divided("3", "13") with { Date = DateField.Absent }, cancelled with { Id = "4", Date = DateField.Absent }]);
        Assert.Equal((1, 2, 2, 4), (result.Totals.Vouchers, result.Totals.Cancelled, result.Totals.Undated, result.Totals.Received));
    }

    [Fact]
    public void The_count_of_the_source_is_of_vouchers_not_of_entries() => Assert.Empty(Said([Divided("1", "11")], "KON002", new SourceCount(1, 4)));

    [Fact]
    public void The_number_that_the_ERP_gave_stays_taken()
    {
        var plain = VoucherGen.Of(Month, "2", "11").Single() with { Kind = "mahsup" };
        Assert.Equal(["Fiş numarası mükerrer: 11 (2 adet)."], Said([Divided("1", "11"), plain], "FIS008"));
        Assert.Empty(Said([Divided("1", "11"), plain with { Number = "12" }], "FIS008"));
    }

    [Fact]
    public void Its_entries_are_no_series_of_their_own() =>
        Assert.Equal(["Fiş numaralarında atlama var: 13."], Said([Divided("1", "11"), Divided("2", "12"), Divided("4", "14")], "FIS009"));

    [Fact]
    public void Entries_are_the_parts_of_a_divided_voucher_and_the_whole_of_another()
    {
        Assert.Equal([1, 2], VoucherFacts.EntriesOf(Divided("1", "11")).Select(entry => entry.Part!.Value));
        var whole = Assert.Single(VoucherFacts.EntriesOf(VoucherGen.Of(Month, "1", "11").Single()));
        Assert.Equal((null, "11", false), (whole.Part, whole.NumberInErp, whole.IsRepaired));
    }

    [Theory]
    [InlineData("11", "11")]
    [InlineData(" ", " ")]
    [InlineData(null, null)]
    public void An_entry_knows_the_number_of_its_voucher(string? sent, string? number) =>
        Assert.All(VoucherFacts.EntriesOf(Divided("1", "11") with { Number = sent }), entry => Assert.Equal(number, entry.NumberInErp));

    /// <summary>Every entry has the head of its voucher, but its own balance, lines, document and grouping.</summary>
    [Theory]
    [InlineData("enteredBy", null, 2)]
    [InlineData("kind", null, 2)]
    [InlineData("enteredBy", 1, 4)]
    [InlineData("balance", null, 4)]
    [InlineData("lines", null, 4)]
    [InlineData("document", null, 4)]
    [InlineData("document.number", null, 4)]
    [InlineData("grouping", null, 4)]
    public void What_is_said_of_the_head_is_said_once_for_each_voucher(string field, int? line, int times)
    {
        var told = new List<string?>();
        var sink = new FindingSink(finding => told.Add(finding.VoucherId));
        foreach (var entry in VoucherFacts.EntriesOf(Divided("1", "11")).Concat(VoucherFacts.EntriesOf(Divided("2", "12"))))
        {
            sink.Add(new EDefter.Core.Rules.Fis.Fis010NoUser(), entry, line, field, ("fisNo", "11"), ("giren", "A"));
            Assert.Contains(entry.Voucher.Id, told);
        }

        Assert.Equal(times, told.Count);
    }

    private static IEnumerable<string> Said(IEnumerable<Voucher> vouchers, string rule, SourceCount? count = null) =>
        Run(vouchers, count).Findings.Where(finding => finding.Rule == rule).Select(finding => finding.Message);

    private static (IReadOnlyList<Finding> Findings, CheckResult Result) Run(IEnumerable<Voucher> vouchers, SourceCount? count = null) =>
        RuleCaseRunner.Run(
            new CheckContext { Company = VoucherGen.CompanyOf(2025), Branch = Branch.HeadOffice, From = Month.FirstDay, To = Month.LastDay, Period = Month, AsOf = Month.LastDay, Pack = RulePacks.For(Month.FirstDay), SourceCount = count },
            vouchers);

    private static Voucher Divided(string id, string number) =>
        VoucherGen.Of(Month, id, number).Single() with { Kind = "mahsup", Lines = [Line("1", 10), Line("1", -10), Line("2", 20), Line("2", -20)] };

    private static VoucherLine Line(string part, int amount) => new()
    {
        Part = part,
        Account = "120.01",
        Debit = amount > 0 ? AmountField.Of(amount) : AmountField.Absent,
        Credit = amount < 0 ? AmountField.Of(-amount) : AmountField.Absent,
    };
}
