using EDefter.Core.Vouchers;
using Xunit;
using static EDefter.Tests.Repairs.ShownPlan;

namespace EDefter.Tests.Repairs;

/// <summary>What a document has lost comes back from the voucher itself or not at all.</summary>
public sealed class DocumentRepairTests
{
    private const string Ettn = "f47ac10b-58cc-4372-a567-0e02b2c3d479";

    [Fact]
    public void A_number_comes_from_another_line_of_the_one_document() =>
        Shows(Purchase().WithLine(2, Without(document => document with { Number = null })), "BEL001 2 document.number ∅ → \"ABC2025000000001\"");

    [Fact]
    public void A_date_comes_from_another_line_and_never_from_the_voucher()
    {
        Shows(Purchase().WithLine(1, Without(document => document with { Date = DateField.Absent })), "BEL002 1 document.date ∅ → \"2025-01-09\"");
        Shows(Purchase().WithDocument(new SourceDocument { Type = "invoice", Number = "ABC2025000000001" }));
    }

    [Fact]
    public void A_number_and_a_date_that_are_lost_on_one_line_come_together() =>
        Shows(
            Purchase().WithLine(3, Without(document => document with { Number = " ", Date = DateField.Absent })),
            "BEL001 3 document.number \" \" → \"ABC2025000000001\"",
            "BEL002 3 document.date ∅ → \"2025-01-09\"");

    [Fact]
    public void A_number_is_not_taken_from_a_voucher_of_two_documents()
    {
        var other = new SourceDocument { Type = "invoice", Number = "ABC2025000000002", Date = DateField.Parse("2025-01-09") };
        Shows(Purchase().WithLine(1, Without(document => document with { Number = null })).WithLine(3, line => line with { Document = other }));
    }

    [Fact]
    public void The_source_document_says_whose_number_is_lost_among_several()
    {
        var other = new SourceDocument { Type = "invoice", Number = "ABC2025000000002", Date = DateField.Parse("2025-01-09") };
        var lines = Purchase().Lines.Select(line => line with { SourceDocument = "77" }).Concat(Purchase().Lines.Select(line => line with { Id = line.Id + "b", SourceDocument = "78", Document = other }));
        var two = Purchase() with { Lines = [.. lines] };
        Shows(two.WithLine(2, Without(document => document with { Number = null })), "BEL001 2 document.number ∅ → \"ABC2025000000001\"");
        Shows(two.WithLine(5, Without(document => document with { Number = null })), "BEL001 5 document.number ∅ → \"ABC2025000000002\"");
    }

    [Fact]
    public void An_ETTN_gives_way_to_the_number_that_the_voucher_knows_for_it()
    {
        var known = Purchase().WithLine(1, Without(document => document with { Ettn = Ettn })).WithLine(2, Without(document => document with { Ettn = Ettn }));
        Shows(known.WithLine(3, Without(document => document with { Number = Ettn })), "BEL006 3 document.number \"" + Ettn + "\" → \"ABC2025000000001\"", "BEL006 3 document.ettn ∅ → \"" + Ettn + "\"");
        // Nobody says whose ETTN it is.
        Shows(Purchase().WithLine(3, Without(document => document with { Number = Ettn })));
        // The number beside the ETTN is no e-document's.
        Shows(Purchase().WithDocument(new SourceDocument { Type = "invoice", Number = "A-12", Ettn = Ettn, Date = DateField.Parse("2025-01-09") }).WithLine(3, Without(document => document with { Number = Ettn })));
    }

    [Fact]
    public void A_serbest_meslek_makbuzu_is_retyped_on_every_line_or_on_none()
    {
        var typed = new SourceDocument { Type = "receipt", TypeDescription = "SMM", Number = "SMM2025000000001", Date = DateField.Parse("2025-01-09") };
        var one = (Purchase() with { Module = null, Lines = [Purchase().Lines[0] with { Debit = AmountField.Of(1200m) }, Purchase().Lines[2]] }).WithDocument(typed);
        Shows(
            one,
            "BEL009 1 document.type \"receipt\" → \"other\"",
            "BEL009 1 document.typeDescription \"SMM\" → \"Serbest Meslek Makbuzu\"",
            "BEL009 2 document.type \"receipt\" → \"other\"",
            "BEL009 2 document.typeDescription \"SMM\" → \"Serbest Meslek Makbuzu\"");
        Shows(one.WithLine(2, Without(document => document with { Number = null })));
    }

    [Fact]
    public void An_exchange_summary_is_completed_from_the_line_that_cites_it_whole()
    {
        var whole = new SourceDocument { Type = "other", TypeDescription = "Döviz Alım Belgeleri İcmali", Number = "DABI-4", Date = DateField.Parse("2025-01-09") };
        Shows(
            Purchase().WithDocument(whole).WithLine(1, line => line with { Document = new SourceDocument { TypeDescription = "Döviz Alım Belgeleri İcmali" } }),
            "BEL025 1 document.type ∅ → \"other\"",
            "BEL025 1 document.number ∅ → \"DABI-4\"",
            "BEL025 1 document.date ∅ → \"2025-01-09\"");
        Shows(Purchase().WithDocument(new SourceDocument { TypeDescription = "Döviz Alım Belgeleri İcmali" }));
    }

    [Fact]
    public void A_makbuz_is_offered_where_cash_moved_and_nothing_where_a_number_would_be_needed()
    {
        var cash = Purchase() with { Module = null, Kind = "tediye", Lines = [RepairFixture.Line("320.05", "A", "A", debit: "5.00"), RepairFixture.Line("100.01", "B", "B", credit: "5.00") with { PaymentMethod = "Nakit" }] };
        Shows(cash.WithDocument(null), "BEL011 - document.type ∅ → ?receipt");
        Shows(Purchase().WithDocument(null));
        Shows((Purchase() with { Module = "pos" }).WithDocument(null), "BEL011 - document.type ∅ → ?receipt");
    }

    private static Voucher Purchase() => RepairFixture.Purchase();

    private static Func<VoucherLine, VoucherLine> Without(Func<SourceDocument, SourceDocument> change) => line => line with { Document = change(line.Document!) };

    private static void Shows(Voucher voucher, params string[] changes)
    {
        var plan = RepairFixture.Plan(voucher);
        Assert.Equal(changes, plan.Changes.Select(Show));
    }
}
