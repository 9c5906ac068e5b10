using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>What each repair of a voucher's head and texts proposes by itself, what it rests on, and where it keeps silent.</summary>
public sealed class HeadProposalTests
{
    [Theory]
    [InlineData("100.01", "120.07", "tahsil")]
    [InlineData("320.05", "100.01", "tediye")]
    [InlineData("153.01", "320.05", "mahsup")]
    [InlineData("100.01", "100.02", null)]
    public void A_kind_is_what_the_cash_account_says(string debited, string credited, string? kind)
    {
        Assert.Equal(kind is null ? Proposed.Nothing : "- kind=" + kind, Proposed.By("FIS011", Pair(debited, credited)));
        // Twice the same side says the same.
        Assert.Equal(kind is null ? Proposed.Nothing : "- kind=" + kind, Proposed.By("FIS011", Pair(debited, credited) with { Lines = [.. Pair(debited, credited).Lines, .. Pair(debited, credited).Lines] }));
    }

    [Fact]
    public void A_kind_is_not_derived_from_lines_in_doubt()
    {
        var cash = Pair("100.01", "120.07");
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", cash.WithLine(2, static line => line with { Credit = AmountField.Parse("5,0O") })));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", cash.WithLine(2, static line => line with { Account = null })));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", cash.WithLine(2, static line => line with { Credit = AmountField.Parse("-5.00") })));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", cash.WithLine(1, static line => line with { Debit = AmountField.Parse("-5.00") })));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", cash with { Lines = [] }));
    }

    [Theory]
    [InlineData("2025-01-01", "500.01", false)]
    [InlineData("2025-12-31", "500.01", false)]
    [InlineData("2025-01-02", "500.01", true)]
    [InlineData("2025-01-01", "120.01", true)]
    [InlineData("2025-12-31", "120.01", true)]
    [InlineData("dün", "120.01", false)]
    [InlineData("2024-12-31", "120.01", true)]
    public void What_may_be_an_opening_or_closing_voucher_gets_no_kind(string date, string account, bool isOffered) =>
        Assert.Equal(isOffered ? "- kind=mahsup" : Proposed.Nothing, Proposed.By("FIS011", Pair("102.01", account) with { Date = DateField.Parse(date) }));

    [Fact]
    public void What_may_be_the_opening_of_the_day_e_Defter_was_taken_up_gets_no_kind()
    {
        var adopted = RepairFixture.ContextOf(RepairFixture.Company with { AdoptionDate = new DateOnly(2025, 1, 2) });
        var opening = Pair("100.01", "500.01") with { Date = DateField.Parse("2025-01-02") };
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", opening, context: adopted));
        Assert.Equal("- kind=tahsil", Proposed.By("FIS011", opening));
        Assert.Equal("- kind=tahsil", Proposed.By("FIS011", opening with { Date = DateField.Parse("2025-01-03") }, context: adopted));
        Assert.Equal("- kind=tahsil", Proposed.By("FIS011", Pair("100.01", "120.01") with { Date = DateField.Parse("2025-01-02") }, context: adopted));
    }

    [Fact]
    public void Nobody_derives_a_kind_without_a_fiscal_year() =>
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS011", Pair("102.01", "120.01"), context: RepairFixture.ContextOf(RepairFixture.Company with { FiscalYear = null, FiscalYears = [] })));

    [Theory]
    [InlineData("Mahsup Fişi", true)]
    [InlineData("  ", true)]
    [InlineData("açılış", false)]
    public void A_word_for_a_kind_gives_way_only_to_what_it_says(string word, bool isOffered) =>
        Assert.Equal(isOffered ? "- kind=mahsup" : Proposed.Nothing, Proposed.By("FIS011", Pair("102.01", "120.01") with { Kind = word }));

    [Fact]
    public void An_explanation_is_of_the_one_document_and_the_one_partner()
    {
        var silent = RepairFixture.Purchase();
        Assert.Equal("- comment=ABC2025000000001 numaralı fatura ‹ 1 document.type, 1 document.typeDescription, 1 document.number", Proposed.By("MET007", silent));
        Assert.Equal("- comment=ABC2025000000001 numaralı fatura, ŞİŞLİ GIDA ‹ 1 document.type, 1 document.typeDescription, 1 document.number, 2 partner.name", Proposed.By("MET007", silent.WithLine(2, Of("ŞİŞLİ GIDA")).WithLine(3, Of("ŞİŞLİ GIDA"))));
        Assert.Equal("- comment=ABC2025000000001 numaralı fatura ‹ 1 document.type, 1 document.typeDescription, 1 document.number", Proposed.By("MET007", silent.WithLine(1, Of("A")).WithLine(2, Of("ŞİŞLİ GIDA")).WithLine(3, Of(" "))));
        var other = new SourceDocument { Type = "other", Number = "7", Date = DateField.Parse("2025-01-09") };
        Assert.Equal(Proposed.Nothing, Proposed.By("MET007", silent.WithDocument(other)));
        Assert.Equal("- comment=7 numaralı Dekont ‹ 1 document.type, 1 document.typeDescription, 1 document.number", Proposed.By("MET007", silent.WithDocument(other with { TypeDescription = "Dekont" })));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET007", silent.WithDocument(other with { Type = "receipt", Number = " " })));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET007", silent.WithDocument(other with { Type = "zırva" })));
    }

    [Fact]
    public void An_empty_voucher_is_left_out_unless_something_would_go_with_it()
    {
        var empty = RepairFixture.Purchase() with { Lines = [] };
        Assert.Equal("- state=cancelled · - comment=Malzeme alışı - Boş fiş: satırı olmadığından defter dışı bırakıldı.", Proposed.By("FIS004", empty));
        Assert.Equal("- state=cancelled · - comment=Boş fiş: satırı olmadığından defter dışı bırakıldı.", Proposed.By("FIS004", empty with { Comment = " ", Document = new SourceDocument() }));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS004", empty with { Document = new SourceDocument { Number = "7" } }));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS004", empty with { JournalNumber = "17" }));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS004", RepairFixture.Purchase()));
        Assert.Equal(Proposed.Nothing, Proposed.By("FIS004", empty with { Comment = new string('a', VoucherLimits.TextBytesMax) }));
    }

    [Fact]
    public void A_text_that_reads_right_in_other_bytes_loses_no_character()
    {
        // U+009F is half of a ş here, and no control character that may go.
        Assert.Equal(Proposed.Nothing, Proposed.By("MET001", RepairFixture.Purchase() with { Comment = "fi\u00c5\u009fi" }, field: "comment"));
        Assert.Equal("- comment=fii", Proposed.By("MET001", RepairFixture.Purchase() with { Comment = "fi\u009fi" }, field: "comment"));
    }

    [Fact]
    public void A_text_that_somebody_asks_for_is_never_emptied()
    {
        Assert.Equal("- comment=∅", Proposed.By("MET004", RepairFixture.Purchase() with { Comment = "  " }, field: "comment"));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET004", RepairFixture.Purchase() with { Number = "  " }, field: "number"));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET004", RepairFixture.Purchase() with { RowVersion = " a " }, field: "rowVersion"));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET004", RepairFixture.Purchase(), field: "comment"));
        Assert.Equal(Proposed.Nothing, Proposed.By("MET004", RepairFixture.Purchase(), field: "unknown"));
        Assert.Equal("1 document.number=7 · 3 document.number=7", Proposed.By("MET004", RepairFixture.Purchase().WithDocument(new SourceDocument { Number = " 7" }).WithLine(2, static line => line with { Document = null }), 1, "document.number"));
    }

    [Fact]
    public void A_makbuz_may_be_named_where_cash_moved()
    {
        var cash = Pair("320.05", "100.01");
        Assert.Equal("- document.type?receipt ‹ - module", Proposed.Choices("BEL011", cash with { Module = null }));
        Assert.Equal("- document.type?receipt ‹ - module", Proposed.Choices("BEL011", cash with { Module = "pos" }));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("BEL011", Pair("102.01", "120.01") with { Module = "bank" }));
        Assert.Equal("- document.type?receipt ‹ - module", Proposed.Choices("BEL011", Pair("102.01", "120.01") with { Module = "pos" }));
    }

    [Fact]
    public void Repairs_say_what_they_are()
    {
        var book = RepairBook.Standard.Repairs;
        Assert.Equal(["SAT001", "SAT003"], book.Where(static repair => repair.IsStructural).Select(static repair => repair.Code).Order());
        Assert.Equal(["BEL021", "BEL022", "FIS012", "FIS013"], book.Where(static repair => repair.IsDividing).Select(static repair => repair.Code).Order());
        Assert.Equal(
            ["BEL003", "BEL006", "BEL008", "BEL009", "BEL010", "BEL017", "BEL021", "BEL022", "BEL025", "FIS012", "FIS013", "SAT004"],
            book.Where(static repair => repair.IsForWholeVoucher).Select(static repair => repair.Code).Order());
    }

    private static Func<VoucherLine, VoucherLine> Of(string partner) => line => line with { Partner = new Partner { Name = partner } };

    private static Voucher Pair(string debited, string credited) => RepairFixture.Purchase() with
    {
        Kind = null,
        Module = null,
        Lines = [RepairFixture.Line(debited, "A", "A", debit: "5.00") with { Document = null }, RepairFixture.Line(credited, "B", "B", credit: "5.00") with { Document = null }],
    };
}
