using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>What of a voucher's one document is spread to its lines or recovered from them (BEL017).</summary>
public sealed class SpreadProposalTests
{
    private static readonly SourceDocument Head = new() { Type = "invoice", Number = "ABC2025000000001", Date = DateField.Parse("2025-01-09"), Ettn = "f47ac10b-58cc-4372-a567-0e02b2c3d479" };

    [Fact]
    public void A_line_that_tells_the_document_differently_tells_it_as_the_head_does()
    {
        Assert.Equal("2 document.type=invoice · 2 document.typeDescription=∅ · 2 document.date=2025-01-09 · 2 document.number=ABC2025000000001 · 2 document.ettn=f47ac10b-58cc-4372-a567-0e02b2c3d479 · 2 document.ownSeries=∅ ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(new SourceDocument { Type = "other", TypeDescription = "Dekont", Number = "9", Date = DateField.Parse("2025-01-08"), OwnSeries = "true" })));
        Assert.Equal("2 document.type=invoice ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(Head with { Type = "receipt" })));
        Assert.Equal("2 document.date=2025-01-09 ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(Head with { Date = DateField.Absent })));
        // The number is the head's: the ETTN of the line is its own business.
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(Head with { Ettn = null })));
        Assert.Equal("2 document.number=ABC2025000000001 · 2 document.ettn=f47ac10b-58cc-4372-a567-0e02b2c3d479 · 2 document.ownSeries=∅ ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(Head with { Number = "XYZ2025000000009", Ettn = null, OwnSeries = "true" })));
    }

    [Fact]
    public void What_the_head_does_not_say_stays_as_the_line_says_it()
    {
        var receipt = new SourceDocument { Type = "receipt" };
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(receipt with { Number = "7", Date = Head.Date }, receipt)));
        Assert.Equal("2 document.type=receipt · 2 document.typeDescription=∅ ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(receipt with { Type = "other", TypeDescription = "Dekont", Number = "7" }, receipt)));
        var dekont = new SourceDocument { Type = "other", TypeDescription = "Dekont", Number = "7", Date = Head.Date };
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(dekont with { TypeDescription = "Banka Dekontu" }, dekont)));
        Assert.Equal("2 document.typeDescription=Dekont ‹ - document.type, - document.typeDescription, - document.number, - document.date, - document.ettn, - document.ownSeries", Proposed.By("BEL017", Spread(dekont with { TypeDescription = " " }, dekont)));
    }

    [Fact]
    public void A_head_in_doubt_is_no_source()
    {
        var line = new SourceDocument { Type = "receipt", Number = "9", Date = Head.Date };
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(line, Head with { Type = "zırva" })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(line, Head with { Number = " " })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(line, Head with { Date = DateField.Absent })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", Spread(line, Head with { Type = "other" })));
        // Of many sources the head is only the first.
        var sources = Spread(line);
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", sources.WithLine(1, static own => own with { SourceDocument = "77" }).WithLine(2, static own => own with { SourceDocument = "78" })));
        Assert.NotEqual(Proposed.Nothing, Proposed.By("BEL017", sources.WithLine(1, static own => own with { SourceDocument = "77" }).WithLine(2, static own => own with { SourceDocument = "77" })));
    }

    [Fact]
    public void A_line_gets_the_document_of_its_source_back()
    {
        var lost = FromSources("77", "77", "77").WithLine(2, static line => line with { Document = null });
        Assert.Equal("2 document.type=invoice · 2 document.number=ABC2025000000001 · 2 document.date=2025-01-09 ‹ 1 document.type, 1 document.typeDescription, 1 document.number, 1 document.date, 1 document.ettn, 1 document.ownSeries", Proposed.By("BEL017", lost));
        Assert.Equal("2 document.type=invoice · 2 document.number=ABC2025000000001 · 2 document.date=2025-01-09 · 2 document.ownSeries=∅ ‹ 1 document.type, 1 document.typeDescription, 1 document.number, 1 document.date, 1 document.ettn, 1 document.ownSeries", Proposed.By("BEL017", lost.WithLine(2, static line => line with { Document = new SourceDocument { OwnSeries = "true" } })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", FromSources("77", "78", "77").WithLine(2, static line => line with { Document = null })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", lost.WithLine(3, static line => line with { Document = line.Document! with { Number = "XYZ2025000000009" } })));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", lost.WithDocument(null)));
        Assert.Equal(Proposed.Nothing, Proposed.By("BEL017", FromSources("77", "77", "77")));
    }

    private static Voucher Spread(SourceDocument line, SourceDocument? head = null)
    {
        var voucher = RepairFixture.Purchase().WithDocument(null).WithLine(2, own => own with { Document = line });
        return voucher with { Document = head ?? Head };
    }

    private static Voucher FromSources(params string[] sources) => RepairFixture.Purchase() with { Lines = [.. RepairFixture.Purchase().Lines.Select((line, i) => line with { SourceDocument = sources[i] })] };
}
