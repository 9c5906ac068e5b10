using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>What is divided and what is not, in examples that a bookkeeper would draw.</summary>
public sealed class SplitExampleTests
{
    [Fact]
    public void An_invoice_and_a_receipt_in_one_voucher_become_two_entries_told_in_words()
    {
        var split = Assert.Single(RepairFixture.Plan(InvoiceAndReceipt()).Changes);
        Assert.Equal(("FIS012", RepairClass.B, ChangeKind.SplitVoucher, "parts"), (split.Rule, split.Class, split.Kind, split.Field));
        Assert.Equal("5 satır; borç 1.500,00 TL, alacak 1.500,00 TL", split.Before);
        Assert.Equal("1. madde: satır 1–3; ABC2025000000001; 1.200,00 TL | 2. madde: satır 4, 5; 0007; 300,00 TL", split.After);
        Assert.Equal("Fişte 2 ayrı belge var ve her belgenin satırları kendi içinde denk; fiş, belge başına bir madde olmak üzere 2 yevmiye maddesine ayrıştırılır. Satırlara dokunulmaz, fişin aslı korunur.", split.Why);
    }

    [Fact]
    public void A_line_without_a_document_goes_where_the_balance_puts_it()
    {
        var bare = InvoiceAndReceipt().WithLine(3, static line => line with { Document = null });
        Assert.Equal([1, 2, 3], RepairFixture.Plan(bare).Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher).Parts![0].Lines);
    }

    [Fact]
    public void Lines_that_fit_in_two_places_are_not_guessed()
    {
        var twice = InvoiceAndReceipt() with { Lines = [.. InvoiceAndReceipt().Lines, Line("770.02", "10.00", isDebit: true, document: null), Line("320.07", "10.00", isDebit: false, document: null)] };
        Assert.Contains(RepairFixture.Check(RepairFixture.Context, twice), static finding => finding.Rule == "FIS012");
        Assert.DoesNotContain(RepairFixture.Plan(twice).Changes, static change => change.Kind == ChangeKind.SplitVoucher);
    }

    [Fact]
    public void Documents_that_do_not_balance_by_themselves_are_not_divided()
    {
        var crossed = InvoiceAndReceipt().WithLine(1, static line => line with { Debit = AmountField.Parse("900.00") }).WithLine(4, static line => line with { Debit = AmountField.Parse("400.00") });
        Assert.DoesNotContain(RepairFixture.Plan(crossed).Changes, static change => change.Kind == ChangeKind.SplitVoucher);
    }

    [Fact]
    public void Grouped_invoices_beyond_the_limit_become_windows_within_it()
    {
        var grouped = InvoiceAndReceipt() with
        {
            Grouping = new VoucherGrouping { Kind = "invoices", Count = "12", From = DateField.Parse("2025-01-01"), To = DateField.Parse("2025-01-12") },
            Lines = [.. Enumerable.Range(1, 12).SelectMany(static day => new[] { Invoice(day, isDebit: true), Invoice(day, isDebit: false) })],
        };
        var plan = RepairFixture.Plan(grouped);
        var split = plan.Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Equal(("FIS013", 2), (split.Rule, split.Parts!.Count));
        var parts = VoucherParts.Of(RepairLaws.MendAll(plan, grouped));
        Assert.Equal(["10", "2"], parts.Select(static part => part.Voucher.Grouping!.Count));
        Assert.Equal(["2025-01-01", "2025-01-11"], parts.Select(static part => part.Voucher.Grouping!.From.ToString()));
        Assert.Equal(["2025-01-10", "2025-01-12"], parts.Select(static part => part.Voucher.Grouping!.To.ToString()));
    }

    [Fact]
    public void Purchases_and_sales_become_entries_of_their_own()
    {
        var mixed = InvoiceAndReceipt() with
        {
            Grouping = new VoucherGrouping { Kind = "invoices" },
            Lines = [.. Sold(3), .. Bought(4), .. Sold(5)],
        };
        var plan = RepairFixture.Plan(mixed);
        var split = plan.Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Equal("FIS013", split.Rule);
        Assert.Equal(["1,2,5,6", "3,4"], split.Parts!.Select(static part => string.Join(',', part.Lines)));

        // An invoice that is neither could belong to both.
        var unclear = mixed with { Lines = [.. mixed.Lines, Invoice(6, isDebit: true) with { Account = "770.01" }, Invoice(6, isDebit: false) with { Account = "336.01" }] };
        Assert.DoesNotContain(RepairFixture.Plan(unclear).Changes, static change => change.Kind == ChangeKind.SplitVoucher);

        static VoucherLine[] Sold(int day) => [Invoice(day, isDebit: true) with { Account = "120.01" }, Invoice(day, isDebit: false) with { Account = "600.01" }];
        static VoucherLine[] Bought(int day) => [Invoice(day, isDebit: true) with { Account = "153.01" }, Invoice(day, isDebit: false) with { Account = "320.01" }];
    }

    [Fact]
    public void A_bank_voucher_is_divided_by_bank_and_day()
    {
        var banks = InvoiceAndReceipt() with
        {
            Grouping = new VoucherGrouping { Kind = "bankDay" },
            Lines =
            [
                Line("102.01", "70.00", isDebit: true, document: null), Line("102.02", "55.00", isDebit: true, document: null),
                Line("120.01", "55.00", isDebit: false, document: null), Line("120.02", "70.00", isDebit: false, document: null),
            ],
        };
        var split = RepairFixture.Plan(banks).Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Equal("BEL021", split.Rule);
        Assert.Equal("1. madde: satır 1, 4; 70,00 TL | 2. madde: satır 2, 3; 55,00 TL", split.After);
    }

    [Fact]
    public void A_division_by_bank_needs_what_told_the_bank()
    {
        var banks = InvoiceAndReceipt() with
        {
            Grouping = new VoucherGrouping { Kind = "bankDay" },
            Lines =
            [
                Line("10201.1", "70.00", isDebit: true, document: null), Line("102.02", "55.00", isDebit: true, document: null),
                Line("120.01", "55.00", isDebit: false, document: null), Line("120.02", "70.00", isDebit: false, document: null),
            ],
        };
        var plan = RepairFixture.Plan(banks);
        var split = plan.Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Contains(plan.Changes.Single(static change => change.Rule == "HES004").N, split.Requires);
    }

    [Fact]
    public void A_bordro_is_divided_by_partner()
    {
        var bordro = InvoiceAndReceipt() with
        {
            Grouping = new VoucherGrouping { Kind = "partnerBordro" },
            Lines =
            [
                Line("101.01", "70.00", isDebit: true, "BRD-1"), Line("101.01", "55.00", isDebit: true, "BRD-1"),
                Of(Line("120.01", "55.00", isDebit: false, "BRD-1"), "4540536920"), Of(Line("120.02", "70.00", isDebit: false, "BRD-1"), "0010213576"),
            ],
        };
        var split = RepairFixture.Plan(bordro).Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Equal("BEL022", split.Rule);
        Assert.Equal("1. madde: satır 1, 4; BRD-1; 70,00 TL | 2. madde: satır 2, 3; BRD-1; 55,00 TL", split.After);
    }

    [Fact]
    public void A_division_needs_what_wrote_the_documents_it_rests_on()
    {
        var spaced = InvoiceAndReceipt() with { Lines = [.. InvoiceAndReceipt().Lines.Select(static (line, i) => i > 2 ? line with { Document = line.Document! with { Number = "0007 " } } : line)] };
        var plan = RepairFixture.Plan(spaced);
        var split = plan.Changes.Single(static change => change.Kind == ChangeKind.SplitVoucher);
        Assert.Equal(plan.Changes.Where(static change => change.Rule == "MET004").Select(static change => change.N), split.Requires);
        Assert.Equal("requires-missing", RepairApplier.Accept(plan, Acceptance.Of(split.N)).Refusal!.Type);
    }

    [Fact]
    public void Every_entry_has_the_explanation_of_the_whole_voucher()
    {
        var voucher = InvoiceAndReceipt();
        Assert.All(voucher.Lines, static line => Assert.Null(line.Description));
        var mended = RepairLaws.MendAll(RepairFixture.Plan(voucher), voucher);
        Assert.Equal(["Malzeme alışı", "Malzeme alışı"], VoucherFacts.EntriesOf(mended).Select(static entry => entry.Voucher.Comment));
        Assert.Empty(RepairFixture.Check(RepairFixture.Context, mended));
    }

    [Fact]
    public void An_entry_that_loses_its_explanation_is_foretold_and_does_not_stop_the_division()
    {
        var voucher = (InvoiceAndReceipt() with { Comment = null }).WithLine(1, static line => line with { Description = "Malzeme alışı" });
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal(ChangeKind.SplitVoucher, Assert.Single(plan.Changes).Kind);
        Assert.Equal("MET007", Assert.Single(plan.Foretold).Rule);
        Assert.Equal(["163-2"], RepairFixture.Check(RepairFixture.Context, RepairLaws.MendAll(plan, voucher)).Where(static finding => finding.Rule == "MET007").Select(static finding => finding.VoucherNumber));
    }

    [Fact]
    public void What_a_division_leaves_unexplained_is_foretold_with_the_choice_that_it_hangs_on()
    {
        // A kuruş stands in the way of the division: whoever chooses the rounding line must see what comes of dividing then.
        var voucher = (InvoiceAndReceipt() with { Comment = null }).WithLine(1, static line => line with { Description = "Malzeme alışı", Debit = AmountField.Parse("1000.01") });
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal([("FIS002", RepairClass.C), ("FIS012", RepairClass.B)], plan.Changes.Select(static change => (change.Rule, change.Class)));
        Assert.Equal([1], plan.Changes[1].Requires);
        Assert.Equal(new ForetoldFinding("MET007", voucher.Id, "Fiş açıklaması boş: 163-2.") { Choice = 1 }, Assert.Single(plan.Foretold));
        var chosen = RepairApplier.Accept(plan, RepairLaws.Choosing(plan, [1, 2])).Value!.Mend(voucher).Value!;
        Assert.Equal(["163-2"], RepairFixture.Check(RepairFixture.Context, chosen).Where(static finding => finding.Rule == "MET007").Select(static finding => finding.VoucherNumber));
        RepairLaws.All(RepairBook.Standard, voucher, seed: 1);
    }

    [Fact]
    public void Of_the_entries_only_the_one_that_pays_nobody_is_asked_to_drop_its_payment_method()
    {
        var both = InvoiceAndReceipt() with
        {
            Lines =
            [
                Paid(Receipt(Line("100.01", "100.00", isDebit: true, "0006"))), Receipt(Line("120.07", "100.00", isDebit: false, "0006")),
                Receipt(Line("770.01", "50.00", isDebit: true, "0007")), Paid(Receipt(Line("320.09", "50.00", isDebit: false, "0007"))),
            ],
        };
        var plan = RepairFixture.Plan(both);
        Assert.Contains(plan.Changes, static change => change.Rule == "FIS012");
        Assert.Equal([4], plan.Changes.Where(static change => change.Rule == "ODE004").Select(static change => change.Line!.Value));
        for (var seed = 0; seed < 8; seed++)
            RepairLaws.All(RepairBook.Standard, both, seed);

        static VoucherLine Paid(VoucherLine line) => line with { PaymentMethod = "Nakit" };
    }

    [Fact]
    public void The_numbers_of_entries_are_no_series_and_the_number_of_the_erp_stays_one()
    {
        Voucher[] vouchers = [.. Enumerable.Range(0, 30).Select(static n => InvoiceAndReceipt() with { Id = Text(n), Number = Text(100 + n) })];
        Voucher[] divided = [.. vouchers.Select(static (voucher, n) => n % 3 == 1 ? RepairLaws.MendAll(RepairFixture.Plan(voucher), voucher) : voucher)];
        Assert.Equal(10, divided.Count(VoucherParts.IsDivided));
        Assert.Equal(AboutNumbers([.. vouchers]), AboutNumbers([.. divided]));
        Assert.Empty(AboutNumbers([.. divided]));
        // Number 110 is divided: without it there is a gap, with it twice there is a repetition, whether it is divided or not.
        Assert.True(VoucherParts.IsDivided(divided[10]));
        Assert.Equal(["Fiş numaralarında atlama var: 110."], AboutNumbers([.. divided.Where(static voucher => voucher.Number != "110")]));
        Assert.Equal(["Fiş numarası mükerrer: 110 (2 adet)."], AboutNumbers([.. divided, vouchers[10] with { Id = "again", Lines = RepairFixture.Purchase().Lines }]));
    }

    private static IEnumerable<string> AboutNumbers(Voucher[] vouchers) =>
        RepairFixture.Check(RepairFixture.Context, vouchers).Where(static finding => finding.Rule is "FIS008" or "FIS009").Select(static finding => finding.Message);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_half_made_division_divides_nothing()
    {
        foreach (var part in (string?[])[null, "", "0", "3", "2a", "-1", "01 "])
        {
            var voucher = InvoiceAndReceipt() with { Lines = [.. InvoiceAndReceipt().Lines.Select((line, i) => line with { Part = i == 4 ? part : "1" })] };
            Assert.False(VoucherParts.IsDivided(voucher), part);
            Assert.Single(VoucherFacts.EntriesOf(voucher));
            Assert.Equal(VoucherJsonWriter.ToBytes(voucher), VoucherJsonWriter.ToBytes(VoucherJsonParser.Parse(VoucherJsonWriter.ToBytes(voucher))));
        }
    }

    private static Voucher InvoiceAndReceipt()
    {
        var purchase = RepairFixture.Purchase();
        return purchase with { Module = null, Lines = [.. purchase.Lines, Receipt(Line("770.01", "300.00", isDebit: true, "0007")), Receipt(Line("320.06", "300.00", isDebit: false, "0007"))] };
    }

    private static VoucherLine Receipt(VoucherLine line) => line with { Document = line.Document! with { Type = "receipt" } };

    private static VoucherLine Invoice(int day, bool isDebit) =>
        Line(isDebit ? "120.01" : "600.01", "10.00", isDebit, $"ABC20250000000{day:D2}") is var line ? line with { Document = line.Document! with { Date = DateField.Parse($"2025-01-{day:D2}") } } : line;

    private static VoucherLine Of(VoucherLine line, string taxId) => line with { Partner = new Partner { TaxId = taxId, Name = "CARİ" } };

    private static VoucherLine Line(string account, string amount, bool isDebit, string? document)
    {
        var line = isDebit ? RepairFixture.Line(account, "ALT HESAP", "ANA HESAP", debit: amount) : RepairFixture.Line(account, "ALT HESAP", "ANA HESAP", credit: amount);
        return line with { Document = document is null ? null : line.Document! with { Number = document } };
    }
}
