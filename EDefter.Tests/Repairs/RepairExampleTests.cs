using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;
using static EDefter.Tests.Repairs.ShownPlan;

namespace EDefter.Tests.Repairs;

/// <summary>What people see in a plan: place, before, after and reason, word for word; and what is not offered.</summary>
public class RepairExampleTests
{
    [Fact]
    public void Entered_by_comes_from_the_audit_user() =>
        Shows(RepairFixture.Purchase() with { EnteredBy = "", EnteredByUser = " h.aydin" }, "MET004 - enteredByUser \" h.aydin\" → \"h.aydin\"", "FIS010 - enteredBy \"\" → \"h.aydin\"");

    [Fact]
    public void Entered_by_comes_from_the_company_when_the_audit_user_is_too_short() =>
        Shows(RepairFixture.Purchase() with { EnteredBy = null, EnteredByUser = "h" }, "FIS010 - enteredBy ∅ → \"MUHASEBE SERVİSİ\"");

    [Fact]
    public void Entered_by_is_not_invented()
    {
        var nobody = RepairFixture.ContextOf(RepairFixture.Company with { RepairPolicy = new RepairPolicy() });
        var plan = RepairFixture.Plan(nobody, RepairBook.Standard, RepairFixture.Purchase() with { EnteredBy = null });
        Assert.Empty(plan.Changes);
        Assert.Equal(new RemainingFindings("FIS010", Severity.Error, RepairClass.A, 1), Assert.Single(plan.Remaining));
    }

    [Theory]
    [InlineData("100.01", "120.07", "tahsil")]
    [InlineData("320.05", "100.01", "tediye")]
    [InlineData("153.01", "320.05", "mahsup")]
    public void A_kind_follows_from_the_cash_account(string debit, string credit, string kind) =>
        Shows(TwoLines(debit, credit) with { Kind = null, Document = new SourceDocument { Type = "receipt", Number = "7", Date = DateField.Parse("2025-01-10") } }, $"FIS011 - kind ∅ → \"{kind}\"");

    [Fact]
    public void A_kind_is_not_guessed_when_cash_goes_both_ways_nor_for_a_possible_opening()
    {
        ShowsNothing(TwoLines("100.01", "100.02") with { Kind = null, Document = new SourceDocument { Type = "receipt", Number = "7", Date = DateField.Parse("2025-01-10") } });
        ShowsNothing(TwoLines("102.01", "500.01") with { Kind = null, Date = DateField.Parse("2025-01-01") });
        ShowsNothing(TwoLines("102.01", "120.01") with { Kind = "açılış" });
    }

    [Fact]
    public void An_empty_voucher_leaves_the_book_with_its_reason()
    {
        var empty = RepairFixture.Purchase() with { Lines = [] };
        Shows(empty, "FIS004 - state ∅ → \"cancelled\"", "FIS004 - comment \"Malzeme alışı\" → \"Malzeme alışı - Boş fiş: satırı olmadığından defter dışı bırakıldı.\"");
        Assert.Equal(ChangeKind.Exclude, RepairFixture.Plan(empty).Changes[0].Kind);
        ShowsNothing(empty with { JournalNumber = "17" });
    }

    [Fact]
    public void A_zero_line_is_left_out_unless_something_goes_with_it()
    {
        var zero = RepairFixture.Line("153.09", "SIFIR", "TİCARİ MALLAR", debit: "0.00") with { Document = null };
        var voucher = RepairFixture.Purchase();
        Shows(voucher with { Lines = [voucher.Lines[0], zero, .. voucher.Lines.Skip(1)] }, "SAT001 2 lines \"[{\"debit\":0.00}]\" → ∅");
        ShowsNothing(voucher with { Lines = [.. voucher.Lines, zero with { Document = voucher.Lines[0].Document }] });
        ShowsNothing(voucher with { Lines = [.. voucher.Lines, zero with { Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(5m), Rate = AmountField.Of(1m), RateDate = voucher.Date } }] });
        ShowsNothing(voucher with { Lines = [voucher.Lines[0] with { Debit = AmountField.Of(1m) }, zero] });
    }

    [Fact]
    public void A_two_sided_line_is_divided_never_netted()
    {
        var voucher = RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Of(1010.00m), Credit = AmountField.Of(10.00m), Side = "D" });
        Shows(voucher, "SAT003 1 lines \"[{\"debit\":1010.00,\"credit\":10.00,\"side\":\"D\"}]\" → \"[{\"debit\":1010.00},{\"credit\":10.00}]\"");
        var mended = RepairLaws.Mend(RepairBook.Standard, voucher);
        Assert.Equal(["153.01", "153.01", "191.20", "320.05"], mended.Lines.Select(line => line.Account));
        Assert.Equal("153.01#1", mended.Lines[1].Id);
        ShowsNothing(voucher.WithLine(1, line => line with { Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(20m), Rate = AmountField.Of(50m), RateDate = voucher.Date } }));
    }

    [Fact]
    public void Rounding_needs_an_exact_balance_afterwards()
    {
        var halves = RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Of(1000.005m) }).WithLine(3, line => line with { Credit = AmountField.Of(1200.005m) });
        Shows(halves, "SAT004 1 debit \"1000.005\" → \"1000.01\"", "SAT004 3 credit \"1200.005\" → \"1200.01\"");
        var plan = RepairFixture.Plan(halves);
        Assert.Equal(2, plan.Changes[0].Requires.Single());
        Assert.Equal([new AccountDifference("153.01", 0.005m, 0m), new AccountDifference("320.05", 0m, 0.005m)], plan.Groups.Single().Accounts);
        var drift = RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Of(1000.006m) }).WithLine(2, line => line with { Debit = AmountField.Of(200.006m) }).WithLine(3, line => line with { Credit = AmountField.Of(1200.012m) });
        Assert.DoesNotContain(RepairFixture.Plan(drift).Changes, change => change.Rule == "SAT004");
    }

    [Fact]
    public void A_document_type_comes_from_the_module_only_where_nothing_else_breaks()
    {
        var lost = RepairFixture.Purchase().WithDocument(new SourceDocument { Number = "D-1", Date = DateField.Parse("2025-01-09") });
        Shows((lost with { Module = "bank" }).WithLine(2, Undocumented).WithLine(3, Undocumented), "BEL003 1 document.type ∅ → \"other\"", "BEL003 1 document.typeDescription ∅ → \"Dekont\"");
        Shows((lost with { Module = "pos" }).WithLine(2, Undocumented).WithLine(3, Undocumented), "BEL003 1 document.type ∅ → \"receipt\"");
        ShowsNothing(lost with { Module = "bilinmeyen" });
        ShowsNothing(lost.WithDocument(new SourceDocument { Number = "D-1" }));
    }

    [Fact]
    public void A_missing_document_name_comes_from_the_module()
    {
        var nameless = RepairFixture.Purchase().WithDocument(new SourceDocument { Type = "other", Number = "D-1", Date = DateField.Parse("2025-01-09") });
        Shows((nameless with { Module = "bank" }).WithLine(2, Undocumented).WithLine(3, Undocumented), "BEL004 1 document.typeDescription ∅ → \"Dekont\"");
        ShowsNothing(nameless with { Module = "purchase-invoice" });
    }

    [Fact]
    public void An_operation_becomes_its_document_and_is_kept_in_the_description()
    {
        var operation = RepairFixture.Purchase().WithDocument(new SourceDocument { Type = "other", TypeDescription = "Havale", Number = "D-1", Date = DateField.Parse("2025-01-09") }).WithLine(2, Undocumented).WithLine(3, Undocumented);
        Shows(operation, "BEL005 1 document.typeDescription \"Havale\" → \"Dekont\"", "BEL005 1 description ∅ → \"Havale\"");
        Shows(operation.WithLine(1, line => line with { Description = "İş Bankası" }), "BEL005 1 document.typeDescription \"Havale\" → \"Dekont\"", "BEL005 1 description \"İş Bankası\" → \"İş Bankası - Havale\"");
        Shows(operation.WithLine(1, line => line with { Description = "Havale: İş" }), "BEL005 1 document.typeDescription \"Havale\" → \"Dekont\"");
        ShowsNothing(operation.WithLine(1, line => line with { Document = line.Document! with { TypeDescription = "ödeme" } }));
    }

    [Fact]
    public void A_type_in_words_is_translated()
    {
        var words = RepairFixture.Purchase().WithLine(2, Undocumented).WithLine(3, Undocumented);
        Shows(words.WithLine(1, line => line with { Document = line.Document! with { Type = "FATURA" } }), "BEL008 1 document.type \"FATURA\" → \"invoice\"");
        Shows(words.WithLine(1, line => line with { Document = line.Document! with { Type = "banka dekontu" } }), "BEL008 1 document.type \"banka dekontu\" → \"other\"", "BEL008 1 document.typeDescription ∅ → \"Dekont\"");
        ShowsNothing(words.WithLine(1, line => line with { Document = line.Document! with { Type = "FATURA", Number = null } }));
        ShowsNothing(words.WithLine(1, line => line with { Document = line.Document! with { Type = "zırva" } }));
    }

    [Fact]
    public void Texts_are_cleaned_but_never_the_code_of_an_account()
    {
        Shows(RepairFixture.Purchase() with { Comment = "a\u0007\ud83db" }, "MET001 - comment \"a⟨U+0007⟩⟨U+D83D⟩b\" → \"ab\"");
        Shows(RepairFixture.Purchase() with { Comment = "\u000bMalzeme\u000balışı\u000c" }, "MET001 - comment \"⟨U+000B⟩Malzeme⟨U+000B⟩alışı⟨U+000C⟩\" → \"Malzeme alışı\"");
        Shows(RepairFixture.Purchase() with { Comment = " s\u0327\u00a0\u00a0b\nc " }, "MET004 - comment \" s\u0327\u00a0\u00a0b\nc \" → \"ş b\nc\"");
        ShowsNothing(RepairFixture.Purchase().WithLine(1, line => line with { Account = "153.01 " }));
    }

    [Fact]
    public void The_opening_voucher_may_be_moved_and_its_lines_follow()
    {
        var opening = TwoLines("102.01", "500.01") with { Kind = "opening", Date = DateField.Parse("2025-01-03") };
        opening = opening with { Lines = [.. opening.Lines.Select(line => line with { PostingDate = DateField.Parse("2025-01-03"), PaymentMethod = null })] };
        var plan = RepairFixture.Plan(opening);
        Assert.Equal(["ACK004 - date \"2025-01-03\" → ?2025-01-01", "TAR004 1 postingDate \"2025-01-03\" → \"2025-01-01\"", "TAR004 2 postingDate \"2025-01-03\" → \"2025-01-01\""], plan.Changes.Select(Show));
        Assert.All(plan.Changes.Skip(1), change => Assert.Equal([1], change.Requires));
        Assert.Equal("nothing-accepted", RepairApplier.Accept(plan, Acceptance.All).Refusal!.Type);
    }

    [Fact]
    public void An_opening_voucher_is_offered_the_day_on_which_its_branch_was_opened()
    {
        var (opened, wrong) = (new DateOnly(2025, 1, 10), DateField.Parse("2025-01-14"));
        var company = RepairFixture.Company with { Branches = [new Branch { Code = "0001", Name = "Göcek Şubesi", ValidFrom = opened }] };
        var opening = TwoLines("102.01", "500.01") with { Kind = "opening", Date = wrong };
        opening = opening with { Lines = [.. opening.Lines.Select(line => line with { PostingDate = wrong, PaymentMethod = null })] };
        var plan = RepairFixture.Plan(RepairFixture.ContextOf(company) with { Branch = "0001" }, RepairBook.Standard, opening);
        Assert.Equal(["2025-01-01", "2025-01-10"], plan.Changes.Single(static change => change.Rule == "ACK004").Candidates);
    }

    [Fact]
    public void A_choice_that_another_change_keeps_sound_asks_for_that_change()
    {
        // Moved to the first day alone, the document that opening vouchers must not have would be dated after its voucher (BEL012).
        var day = DateField.Parse("2025-01-03");
        var opening = RepairFixture.Purchase() with
        {
            Kind = "opening",
            Module = null,
            Date = day,
            Lines = [RepairFixture.Line("102.01", "BANKA", "BANKALAR", debit: "50.00") with { Document = new SourceDocument { Type = "other", TypeDescription = "Muhasebe Fişi", Number = "1", Date = day } }, RepairFixture.Line("500.01", "SERMAYE", "SERMAYE", credit: "50.00") with { Document = null }],
        };
        var plan = RepairFixture.Plan(opening);
        var move = plan.Changes.Single(static change => change.Rule == "ACK004");
        Assert.Equal(plan.Changes.Where(static change => change.Rule == "BEL010").Select(static change => change.N), move.Requires);
        Assert.Equal("requires-missing", RepairApplier.Accept(plan, RepairLaws.Choosing(plan, [move.N])).Refusal!.Type);
        // Without the document nothing stands in its way.
        Assert.Empty(RepairFixture.Plan(opening.WithDocument(null)).Changes.Single(static change => change.Rule == "ACK004").Requires);
    }

    [Fact]
    public void A_rounding_line_needs_an_account_and_stays_under_the_cap()
    {
        var kurus = RepairFixture.Purchase().WithLine(1, line => line with { Debit = AmountField.Of(1000.02m) });
        Assert.Equal(["FIS002 - lines ∅ → ?[{\"account\":\"659.01\",\"accountName\":\"Kuruş farkı\",\"mainAccountName\":\"Diğer Olağan Gider ve Zararlar (-)\",\"credit\":0.02,\"description\":\"Kuruş farkı\"}]"], RepairFixture.Plan(kurus).Changes.Select(Show));
        foreach (var policy in (RepairPolicy[])[new(), new() { RoundingAccount = "659.01", RoundingCap = 0.01m }])
        {
            var plan = RepairFixture.Plan(RepairFixture.ContextOf(RepairFixture.Company with { RepairPolicy = policy }), RepairBook.Standard, kurus);
            Assert.Empty(plan.Changes);
            Assert.Equal(1, plan.Unrepairable);
        }
    }

    private static Voucher TwoLines(string debit, string credit) => RepairFixture.Purchase() with
    {
        Module = null,
        Lines = [RepairFixture.Line(debit, "A", "A", debit: "5.00") with { Document = null, PaymentMethod = Method(debit) }, RepairFixture.Line(credit, "B", "B", credit: "5.00") with { Document = null, PaymentMethod = Method(credit) }],
    };

    private static string? Method(string account) => account[..3] switch { "100" => "Nakit", "102" => "Banka", _ => null };

    // Another account in the place of KDV, which asks for a document itself.
    private static VoucherLine Undocumented(VoucherLine line) => line with { Document = null, Account = line.Account == "191.20" ? "153.02" : line.Account };

    // While what the KDV was computed from stands on the wrong side, to know the KDV as such would only make another rule speak.
    [Fact]
    public void A_repair_that_another_one_makes_useful_is_found_in_the_same_plan_and_asks_for_the_other()
    {
        var faulty = RepairFixture.Purchase()
            .WithLine(1, static line => line with { Debit = AmountField.Absent, Credit = AmountField.Parse("-1000.00") })
            .WithLine(2, static line => line with { Account = "19101.1" });
        var plan = RepairFixture.Plan(faulty);
        var main = Assert.Single(plan.Changes, static change => change.Rule == "HES004");
        Assert.Equal(plan.Changes.Where(static change => change.Rule == "SAT002").Select(static change => change.N), main.Requires);
        var mended = RepairLaws.MendAll(plan, faulty);
        Assert.Empty(RepairFixture.Check(RepairFixture.Context, mended));
        Assert.Empty(RepairFixture.Plan(mended).Changes);
    }
}
