using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>What each repair of documents proposes by itself, what it rests on, and where it keeps silent.</summary>
public sealed class DocumentProposalTests
{
    private static readonly DateField Ninth = DateField.Parse("2025-01-09");

    private static readonly SourceDocument Summary = new() { Type = "other", TypeDescription = "Döviz Alım Belgeleri İcmali", Number = "DABI-4", Date = Ninth };

    [Fact]
    public void A_document_is_cleared_at_the_head_and_on_every_line_that_has_one()
    {
        var voucher = RepairFixture.Purchase() with { Document = new SourceDocument { Type = "receipt", Number = "7" } };
        Assert.Equal(
            "- document.type=∅ · - document.number=∅ · 1 document.type=∅ · 1 document.number=∅ · 1 document.date=∅ · 3 document.type=∅ · 3 document.number=∅ · 3 document.date=∅",
            Proposed.By("BEL010", voucher.WithLine(2, Undocumented)));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL010", RepairFixture.Purchase().WithDocument(null)));
    }

    [Fact]
    public void A_summary_is_completed_with_what_another_line_says_of_it()
    {
        Assert.Equal("1 document.type=other · 1 document.number=DABI-4 · 1 document.date=2025-01-09 ‹ 2 document.type, 3 document.type, 1 document.typeDescription, 2 document.number, 3 document.number, 2 document.date, 3 document.date", Proposed.By("BEL025", Summarised(new SourceDocument { TypeDescription = Summary.TypeDescription })));
        // A type that nobody tells is BEL003's.
        Assert.Equal("1 document.number=DABI-4 · 1 document.date=2025-01-09 ‹ 1 document.typeDescription, 2 document.number, 3 document.number, 2 document.date, 3 document.date", Proposed.By("BEL025", RepairFixture.Purchase().WithDocument(Summary with { Type = null }).WithLine(1, OnlyName)));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL025", RepairFixture.Purchase().WithDocument(Summary)));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL025", RepairFixture.Purchase().WithDocument(Summary with { Date = DateField.Absent }).WithLine(1, OnlyName)));
    }

    [Fact]
    public void What_a_place_has_lost_is_taken_from_a_place_of_the_same_document()
    {
        Assert.Equal("1 document.number=ABC2025000000001 ‹ 1 document.type, 1 document.date, 2 document.number, 3 document.number", Proposed.By("BEL001", RepairFixture.Purchase().WithLine(1, line => line with { Document = line.Document! with { Number = null } }), 1));
        Assert.Equal("1 document.date=2025-01-09 ‹ 1 document.type, 1 document.number, 2 document.date, 3 document.date", Proposed.By("BEL002", RepairFixture.Purchase().WithLine(1, line => line with { Document = line.Document! with { Date = DateField.Absent } }), 1));
        // A date that stands there but cannot be read is not lost.
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL002", RepairFixture.Purchase().WithLine(1, line => line with { Document = line.Document! with { Date = DateField.Parse("9 Ocak") } }), 1));
    }

    [Fact]
    public void Where_the_lines_contradict_the_document_of_the_voucher_none_is_a_witness()
    {
        var head = new SourceDocument { Type = "invoice", Number = "ABC2025000000001", Date = Ninth };
        var contradicted = (RepairFixture.Purchase() with { Document = head }).WithLine(1, line => line with { Document = head with { Date = DateField.Absent } }).WithLine(3, line => line with { Document = head with { Number = "XYZ2025000000009" } });
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL002", contradicted, 1));
        // The ERP's id links them for sure.
        Assert.Equal("1 document.date=2025-01-09 ‹ 1 document.type, 1 document.number, 2 document.date", Proposed.By("BEL002", contradicted with { Lines = [.. contradicted.Lines.Select(static line => line with { SourceDocument = "77" })] }, 1));
    }

    [Fact]
    public void The_type_of_the_module_is_written_where_it_trades_no_error_for_another()
    {
        var lost = RepairFixture.Purchase().WithDocument(new SourceDocument { Number = "D-1", Date = Ninth }) with { Module = "bank" };
        Assert.Equal("3 document.type=other · 3 document.typeDescription=Dekont ‹ - module, 3 document.number, 3 document.date, 3 document.typeDescription", Proposed.By("BEL003", lost.WithLine(1, Undocumented).WithLine(2, line => line with { Document = line.Document! with { Type = "receipt" } })));
        Assert.Equal("3 document.type=other ‹ - module, 3 document.number, 3 document.date, 3 document.typeDescription", Proposed.By("BEL003", lost.WithLine(1, Undocumented).WithLine(2, Undocumented).WithLine(3, line => line with { Document = line.Document! with { TypeDescription = "Banka Dekontu" } })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL003", lost.WithDocument(new SourceDocument { Number = "D-1" })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL003", lost with { Module = "bilinmeyen" }));
        Assert.Equal("1 document.type=receipt · 2 document.type=receipt · 3 document.type=receipt ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription, 2 document.number, 2 document.date, 2 document.typeDescription, 3 document.number, 3 document.date, 3 document.typeDescription", Proposed.By("BEL003", lost.WithDocument(new SourceDocument { Number = "D-1" }) with { Module = "pos" }));
    }

    [Fact]
    public void A_word_for_a_type_is_translated_where_it_trades_no_error_for_another()
    {
        Assert.Equal("1 document.type=invoice ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription", Proposed.By("BEL008", Worded("Fatura")));
        Assert.Equal("1 document.type=other · 1 document.typeDescription=Dekont ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription", Proposed.By("BEL008", Worded("Banka Dekontu")));
        Assert.Equal("1 document.type=other · 1 document.typeDescription=Havale dekontu ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription", Proposed.By("BEL008", Worded("Banka Dekontu", description: "Havale dekontu")));
        // The word itself names no document; the module's does.
        Assert.Equal("1 document.type=other · 1 document.typeDescription=Dekont ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription", Proposed.By("BEL008", Worded("diğer") with { Module = "bank" }));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL008", Worded("diğer")));
        Assert.Equal("1 document.type=receipt ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription", Proposed.By("BEL008", Worded("Makbuz").WithLine(1, line => line with { Document = line.Document! with { Number = null } })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL008", Worded("Fatura").WithLine(1, line => line with { Document = line.Document! with { Number = null } })));
        // What is not translated is not read either.
        var first = RepairFixture.Purchase().WithLine(1, Typed("Fatura")) with { Module = null };
        const string OnlyFirst = "1 document.type=invoice ‹ - module, 1 document.number, 1 document.date, 1 document.typeDescription";
        Assert.Equal(OnlyFirst, Proposed.By("BEL008", first.WithLine(2, Typed("zırva")).WithLine(3, Typed("diğer"))));
        Assert.Equal(OnlyFirst, Proposed.By("BEL008", first.WithLine(2, Typed(type: null)).WithLine(3, static line => line with { Document = new SourceDocument { Type = "Fatura" } })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL008", Worded("zırva")));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL008", Worded("invoice")));
    }

    [Fact]
    public void A_serbest_meslek_makbuzu_is_retyped_at_every_place_that_types_it_wrongly()
    {
        var typed = new SourceDocument { Type = "receipt", TypeDescription = "e-SMM", Number = "SMM2025000000001", Date = Ninth };
        var voucher = RepairFixture.Purchase().WithDocument(typed).WithLine(2, line => line with { Document = typed with { Type = "other", TypeDescription = "Serbest Meslek Makbuzu" } });
        Assert.Equal("1 document.type=other · 1 document.typeDescription=Serbest Meslek Makbuzu · 3 document.type=other · 3 document.typeDescription=Serbest Meslek Makbuzu ‹ - module, 1 document.number, 1 document.date, 3 document.number, 3 document.date", Proposed.By("BEL009", voucher));
        Assert.Equal("1 document.type=other · 2 document.type=other · 3 document.type=other ‹ - module, 1 document.number, 1 document.date, 2 document.number, 2 document.date, 3 document.number, 3 document.date", Proposed.By("BEL009", voucher.WithDocument(typed with { TypeDescription = "Serbest Meslek Makbuzu" })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL009", RepairFixture.Purchase()));
    }

    [Fact]
    public void The_document_of_the_base_goes_before_the_only_one()
    {
        var other = new SourceDocument { Type = "receipt", Number = "0007", Date = Ninth };
        var voucher = RepairFixture.Purchase().WithLine(2, Undocumented);
        Assert.Equal("2 document.type=invoice · 2 document.number=ABC2025000000001 · 2 document.date=2025-01-09 ‹ 1 document.type, 1 document.typeDescription, 1 document.number, 1 document.date, 1 document.ettn, 1 document.ownSeries", Proposed.By("KDV001", voucher, 2));
        Assert.Equal("2 document.type=invoice · 2 document.number=ABC2025000000001 · 2 document.date=2025-01-09 ‹ 3 document.type, 3 document.typeDescription, 3 document.number, 3 document.date, 3 document.ettn, 3 document.ownSeries", Proposed.By("KDV001", voucher.WithLine(2, line => line with { BaseLine = "320.05#1" }).WithLine(1, line => line with { Document = other }), 2));
        Assert.Equal("2 document.type=invoice · 2 document.number=ABC2025000000001 · 2 document.date=2025-01-09 ‹ 3 document.type, 3 document.typeDescription, 3 document.number, 3 document.date, 3 document.ettn, 3 document.ownSeries", Proposed.By("KDV001", voucher.WithLine(2, line => line with { BaseLine = "320.05#1" }), 2));
        Assert.Equal(Proposed.Nothing, Proposed.By("KDV001", voucher.WithLine(1, line => line with { Document = other }), 2));
        Assert.Equal(Proposed.Nothing, Proposed.By("KDV001", RepairFixture.Purchase(), 2));
    }

    [Fact]
    public void An_operation_becomes_the_document_that_the_dictionary_names()
    {
        Assert.Equal("1 document.typeDescription=Dekont ‹ 1 document.type, 1 description", Proposed.By("BEL005", Named("Havale", "Havale geldi"), 1));
        Assert.Equal("1 document.typeDescription=Dekont · 1 description=Havale ‹ 1 document.type", Proposed.By("BEL005", Named("Havale", description: null), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL005", Named("ödeme", description: null), 1));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL005", Named("Dekont", description: null), 1));
    }

    private static Voucher Summarised(SourceDocument first) => RepairFixture.Purchase().WithDocument(Summary).WithLine(1, line => line with { Document = first });

    private static VoucherLine OnlyName(VoucherLine line) => line with { Document = new SourceDocument { TypeDescription = Summary.TypeDescription } };

    private static VoucherLine Undocumented(VoucherLine line) => line with { Document = null };

    private static Voucher Worded(string type, string? description = null) =>
        RepairFixture.Purchase().WithLine(2, Undocumented).WithLine(3, Undocumented).WithLine(1, line => line with { Document = line.Document! with { Type = type, TypeDescription = description } }) with { Module = null };

    private static Func<VoucherLine, VoucherLine> Typed(string? type) => line => line with { Document = line.Document! with { Type = type } };

    private static Voucher Named(string name, string? description) =>
        RepairFixture.Purchase().WithLine(1, line => line with { Description = description, Document = new SourceDocument { Type = "other", TypeDescription = name, Number = "D-1", Date = Ninth } });
}
