using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>Into which groups the lines of a voucher fall, and where no division is offered because another one would do as well.</summary>
public sealed class DivisionProposalTests
{
    [Fact]
    public void Lines_that_belong_together_share_their_group()
    {
        // The last two lines fit both entries; a document, the ERP's id or their base tells where they belong.
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "K 320 10 A", "D 770 10 B", "K 321 10 B", "D 191 2", "K 322 2")));
        Assert.Equal("- parts=1. madde: satır 1, 2, 5, 6; A; 12,00 TL | 2. madde: satır 3, 4; B; 10,00 TL", Parts(Lines("D 153 10 A", "K 320 10 A", "D 770 10 B", "K 321 10 B", "D 191 2", "K 322 2 A")));
        var open = Lines("D 153 10 A", "K 320 10 A", "D 770 10 B", "K 321 10 B", "D 191 2", "K 322 2");
        Assert.Equal("- parts=1. madde: satır 1, 2; A; 10,00 TL | 2. madde: satır 3–6; B; 12,00 TL", Parts([.. open.Select(static (line, i) => i is 2 or 4 or 5 ? line with { SourceDocument = "77" } : line)]));
        Assert.Equal("- parts=1. madde: satır 1, 2; A; 10,00 TL | 2. madde: satır 3–6; B; 12,00 TL", Parts([.. open.Select((line, i) => i is 4 or 5 ? line with { BaseLine = "770#2" } : line)]));
        // A blank id links nothing, and a base that is not there is none.
        Assert.Equal(Proposed.Nothing, Parts([.. open.Select((line, i) => i is 2 or 4 or 5 ? line with { SourceDocument = " " } : line)]));
        Assert.Equal(Proposed.Nothing, Parts([.. open.Select((line, i) => i is 4 or 5 ? line with { BaseLine = "nowhere" } : line)]));
    }

    [Fact]
    public void Two_documents_in_what_belongs_together_contradict_each_other() =>
        Assert.Equal(Proposed.Nothing, Parts([.. Lines("D 153 10 A", "K 320 10 A", "D 770 20 B", "K 321 20 B").Select(static (line, i) => i is 0 or 2 ? line with { SourceDocument = "77" } : line)]));

    [Fact]
    public void Silent_lines_go_where_the_balance_puts_them()
    {
        Assert.Equal("- parts=1. madde: satır 1, 3; A; 10,00 TL | 2. madde: satır 2, 4; B; 25,00 TL", Parts(Lines("D 153 10 A", "D 770 25 B", "K 320 10", "K 321 25")));
        Assert.Equal("- parts=1. madde: satır 1, 3, 5; A; 10,00 TL | 2. madde: satır 2, 4; B; 25,00 TL", Parts(Lines("D 153 10 A", "D 770 25 B", "K 320 4", "K 321 25", "K 322 6")));
        Assert.Equal("- parts=1. madde: satır 1, 5; A; 30,00 TL | 2. madde: satır 2–4; B; 12,00 TL", Parts(Lines("K 153 30 A", "K 770 12 B", "D 320 5", "D 321 7", "D 322 30")));
        // 4 + 6 and 7 + 3, or 4 + 3 + 3: two ways.
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "D 770 10 B", "K 320 4", "K 321 6", "K 322 7", "K 323 3")));
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "D 770 10 B", "K 320 10", "K 321 10")));
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "D 770 25 B", "K 320 11", "K 321 24")));
        // What comes to nothing fits everywhere.
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "K 320 10 A", "D 770 25 B", "K 321 25 B", "D 191 0")));
    }

    [Fact]
    public void A_search_without_an_end_in_sight_is_given_up()
    {
        // Twenty lines in two entries are a million ways: one of them balances, but nobody shall wait for it.
        string[] open = [.. Enumerable.Range(0, 20).Select(static n => $"K 32{n % 10} {1 << n}")];
        var total = (1 << 20) - 1;
        Assert.Equal(Proposed.Nothing, Parts(Lines([$"D 153 {total - 1} A", "D 770 1 B", .. open])));
        Assert.Equal("- parts=1. madde: satır 1, 4–7; A; 30,00 TL | 2. madde: satır 2, 3; B; 1,00 TL", Parts(Lines(["D 153 30 A", "D 770 1 B", "K 320 1", "K 321 2", "K 322 4", "K 323 8", "K 324 16"])));
    }

    [Fact]
    public void Every_entry_has_a_debited_and_a_credited_account()
    {
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "D 154 -10 A", "D 770 25 B", "K 321 25 B")));
        Assert.Equal(Proposed.Nothing, Parts(Lines("K 153 10 A", "K 154 -10 A", "D 770 25 B", "K 321 25 B")));
        Assert.Equal(Proposed.Nothing, Parts(Lines("D 153 10 A", "K 320 10 A")));
        Assert.Equal(Proposed.Nothing, Parts([.. Lines("D 153 10 A", "K 320 10 A", "D 770 25 B", "K 321 25 B"), Lines("D 191 0 B")[0] with { Credit = AmountField.Parse("O") }]));
    }

    [Fact]
    public void What_is_divided_or_out_of_balance_is_not_divided()
    {
        var lines = Lines("D 153 10 A", "K 320 10 A", "D 770 25 B", "K 321 25 B");
        Assert.Equal("- parts=1. madde: satır 1, 2; A; 10,00 TL | 2. madde: satır 3, 4; B; 25,00 TL", Parts(lines));
        Assert.Equal(Proposed.Nothing, Parts([.. lines.Select(static (line, i) => line with { Part = i < 2 ? "1" : "2" })]));
        Assert.Equal(Proposed.Nothing, Parts([.. lines, .. Lines("K 322 5 B")]));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS012", Of(lines) with { Grouping = new VoucherGrouping { Kind = "bankDay" } }));
    }

    [Fact]
    public void A_division_rests_on_every_document_amount_and_link()
    {
        string[] document = ["document.type", "document.typeDescription", "document.number", "document.date", "document.ettn", "document.ownSeries"];
        string[] line = [.. document, "debit", "credit", "side", "sourceDocument", "baseLine", "account", "mainAccount", "partner.taxId", "partner.name", "postingDate"];
        var reads = Proposed.By("FIS012", Of(Lines("D 153 10 A", "K 320 10 A", "D 770 25 B", "K 321 25 B"))).Split(" ‹ ")[1].Split(", ");
        Assert.Equal([.. document.Select(static member => "- " + member), .. Enumerable.Range(1, 4).SelectMany(n => line.Select(member => $"{n} {member}"))], reads);
    }

    [Fact]
    public void A_bank_voucher_falls_into_its_banks_and_days()
    {
        Assert.Equal("- parts=1. madde: satır 1, 4; 70,00 TL | 2. madde: satır 2, 3; 55,00 TL", Banks(Lines("D 102.01 70", "D 102.02 55", "K 120 55", "K 121 70")));
        // The slip tells the day, else the line, else the voucher.
        Assert.Equal("- parts=1. madde: satır 1, 4; 70,00 TL | 2. madde: satır 2, 3; 55,00 TL", Banks([.. Lines("D 102.01 70", "D 102.01 55", "K 120 55", "K 121 70").Select(static (line, i) => i == 1 ? line with { PostingDate = DateField.Parse("2025-01-11") } : line)]));
        Assert.Equal(Proposed.Nothing, Banks([.. Lines("D 102.01 70", "D 102.01 55", "K 120 55", "K 121 70").Select(static (line, i) => i == 1 ? line with { PostingDate = DateField.Parse("2025-01-10") } : line)]));
        Assert.Equal("- parts=1. madde: satır 1, 4; 70,00 TL | 2. madde: satır 2, 3; B; 55,00 TL", Banks([.. Lines("D 102.01 70", "D 102.01 55 B", "K 120 55", "K 121 70").Select(static (line, i) => i == 1 ? line with { PostingDate = DateField.Parse("2025-01-10") } : line)]));
        // The slips tell more than the balance; one slip for both banks tells less.
        Assert.Equal("- parts=1. madde: satır 1, 3; A; 10,00 TL | 2. madde: satır 2, 4; B; 10,00 TL", Banks(Lines("D 102.01 10 A", "D 102.02 10 B", "K 120 10 A", "K 121 10 B")));
        Assert.Equal("- parts=1. madde: satır 1, 4; A; 70,00 TL | 2. madde: satır 2, 3; A; 55,00 TL", Banks(Lines("D 102.01 70 A", "D 102.02 55 A", "K 120 55 A", "K 121 70 A")));
    }

    [Fact]
    public void A_bordro_falls_into_its_partners()
    {
        var lines = Lines("D 101.01 10 A", "D 101.02 10 B", "K 120 10 A", "K 121 10 B");
        Assert.Equal("- parts=1. madde: satır 1, 3; A; 10,00 TL | 2. madde: satır 2, 4; B; 10,00 TL", Partners(lines, "4540536920", null, null, "0010213576"));
        Assert.Equal("- parts=1. madde: satır 1, 4; A; 70,00 TL | 2. madde: satır 2, 3; A; 55,00 TL", Partners(Lines("D 101.01 70 A", "D 101.02 55 A", "K 120 55 A", "K 121 70 A"), null, null, " 1", "2"));
        // Without the documents the last two lines would fit both.
        Assert.Equal("- parts=1. madde: satır 1, 3; A; 10,00 TL | 2. madde: satır 2, 4; B; 10,00 TL", Partners(lines, "1", "2", null, null));
        Assert.Equal(Proposed.Nothing, Partners(lines, "1", null, "1 ", null));
        Assert.Equal("- parts=1. madde: satır 1, 3; A; 10,00 TL | 2. madde: satır 2, 4; B; 10,00 TL", Shown(Proposed.By("BEL022", Of([.. lines.Select(static (line, i) => line with { Partner = new Partner { TaxId = " ", Name = i % 2 == 0 ? "ÖRNEK" : "DENEME " } })]))));
    }

    [Fact]
    public void Grouped_invoices_fall_into_windows_in_the_order_of_days_and_numbers()
    {
        Assert.Equal("- parts=1. madde: satır 1–6; 30,00 TL | 2. madde: satır 7, 8; A11; 10,00 TL", Windows(1, 2, 10, 11));
        Assert.Equal("- parts=1. madde: satır 1–4; 20,00 TL | 2. madde: satır 5, 6; A11; 10,00 TL", Windows(1, 10, 11));
        Assert.Equal("- parts=1. madde: satır 1, 2, 5, 6; 20,00 TL | 2. madde: satır 3, 4; A12; 10,00 TL", Windows(1, 12, 2));
        Assert.Equal("- parts=1. madde: satır 1, 2; A1; 10,00 TL | 2. madde: satır 3, 4; A11; 10,00 TL | 3. madde: satır 5, 6; A21; 10,00 TL", Windows(1, 11, 21));
    }

    [Fact]
    public void A_window_holds_a_hundred_invoices_the_lowest_numbers_of_a_day_first()
    {
        var numbers = Enumerable.Range(100, 101).Reverse().Select(static number => $"{number}").ToArray();
        var voucher = Of([.. numbers.SelectMany(static number => Lines($"D 120 10 {number}", $"K 600 10 {number}")), .. Lines("D 191 0.02", "K 391 0.02 100")]);
        // What names no invoice goes where the balance puts it.
        Assert.Equal("- parts=1. madde: satır 1, 2; 200; 10,00 TL | 2. madde: satır 3–204; 1.000,02 TL", Shown(Proposed.By("FIS013", voucher)));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS013", voucher.WithLine(1, static line => line with { Document = line.Document! with { Date = DateField.Absent } }).WithLine(2, static line => line with { Document = line.Document! with { Date = DateField.Absent } })));
    }

    private static string Windows(params int[] days)
    {
        var voucher = Of([.. days.SelectMany(static day => new[] { (day, "D 120"), (day, "K 600") }).Select(static (item, _) => Lines($"{item.Item2} 10 {item.day}")[0] with
        {
            Document = new SourceDocument { Type = "invoice", Number = $"A{item.day}", Date = DateField.Parse($"2025-01-{item.day:D2}") },
        })]);
        return Shown(Proposed.By("FIS013", voucher));
    }

    private static string Parts(IReadOnlyList<VoucherLine> lines) => Shown(Proposed.By("FIS012", Of(lines)));

    private static string Banks(IReadOnlyList<VoucherLine> lines) => Shown(Proposed.By("BEL021", Of(lines)));

    private static string Partners(IReadOnlyList<VoucherLine> lines, params string?[] partners) =>
        Shown(Proposed.By("BEL022", Of([.. lines.Select((line, i) => line with { Partner = partners[i] is { } taxId ? new Partner { TaxId = taxId } : null })])));

    // What is read is the same for every division; here only the entries count.
    private static string Shown(string proposed) => proposed.Split(" ‹ ")[0];

    private static Voucher Of(IReadOnlyList<VoucherLine> lines) => RepairFixture.Purchase() with { Module = null, Lines = lines };

    // "D 153 10 A": side, account, lira, number of the document.
    private static VoucherLine[] Lines(params string[] lines) => [.. lines.Select(static (text, i) =>
    {
        var words = text.Split(' ');
        var line = words[0] == "D" ? RepairFixture.Line(words[1], "A", "A", debit: words[2]) : RepairFixture.Line(words[1], "A", "A", credit: words[2]);
        return line with { Id = $"{words[1]}#{i}", Document = words.Length > 3 ? line.Document! with { Number = words[3] } : null };
    })];
}
