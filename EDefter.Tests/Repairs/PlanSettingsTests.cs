using System.Text;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>What a plan of a month takes from the whole of it: names and levels of accounts, the profile, numbers of vouchers, what is foretold.</summary>
public sealed class PlanSettingsTests
{
    private static readonly ChartAccount[] Accounts = [new() { Code = "120", Name = "ALICILAR" }, new() { Code = "600", Name = "YURTİÇİ SATIŞLAR" }, new() { Code = "600.01", Name = "KONAKLAMA" }];

    [Fact]
    public void An_account_may_be_named_as_its_lines_name_it_where_they_agree()
    {
        Assert.Equal(["ÜÇ", "ALICILAR 120.09"], Candidates("ÜÇ", " ÜÇ ", null));
        Assert.Equal(["ALICILAR 120.09"], Candidates("ÜÇ", "BİR", "ÜÇ"));
        Assert.Equal(["ALICILAR 120.09"], Candidates("ÜÇ", "BİR", "İKİ"));
        Assert.Equal(["ALICILAR 120.09"], Candidates(null, " "));
    }

    [Fact]
    public void What_a_cancelled_voucher_says_names_nothing() =>
        Assert.Equal(["ÜÇ", "ALICILAR 120.09"], Assert.Single(Plan(Sale("120.09", "ÜÇ"), Sale("120.09", "BİR") with { Id = "2", State = "cancelled" }).Changes).Candidates);

    [Fact]
    public void An_account_whose_level_is_missing_needs_the_level()
    {
        var plan = Plan(Sale("120.02.001", "ÜÇ"));
        Assert.Equal(["HES007 accounts[120.02].name", "HES002 accounts[120.02.001].name"], plan.Changes.Select(static change => $"{change.Rule} {change.Field}"));
        Assert.Empty(plan.Changes[0].Requires);
        Assert.Equal([1], plan.Changes[1].Requires);
        Assert.Equal(0, plan.Unrepairable);
    }

    [Fact]
    public void What_nothing_is_offered_for_is_counted()
    {
        var plan = Plan(Sale("120.01.001", "ÜÇ"), Sale("120.01", "BİR") with { Id = "2", Number = "164" });
        Assert.Contains(plan.Remaining, static left => left is { Rule: "HES002", Count: 1, Class: RepairClass.C });
    }

    [Fact]
    public void A_profile_in_which_nothing_can_be_derived_is_counted_too()
    {
        var plan = RepairFixture.Plan(RepairFixture.ContextOf(RepairFixture.Company with { NaceCode = "12" }), RepairBook.Standard, RepairFixture.Purchase());
        Assert.Empty(plan.Changes);
        Assert.Equal(new RemainingFindings("FIR006", Severity.Error, RepairClass.C, 1), Assert.Single(plan.Remaining));
    }

    [Fact]
    public void The_profile_is_mended_once_after_the_chart()
    {
        var company = RepairFixture.Company with { NaceCode = "55-10-03", Accountants = [new Accountant { Name = "A", Engagement = "var" }, new Accountant { Name = "B", InHouse = true }] };
        var plan = RepairFixture.Plan(RepairFixture.ContextOf(company, new ChartOfAccounts(Accounts, isComplete: true)), RepairBook.Standard, Sale("120.09", null));
        Assert.Equal(
            ["HES002 accounts[120.09].name ∅ → ?ALICILAR 120.09", "FIR008 accountants[1].engagement ∅ → -", "FIR006 naceCode 55-10-03 → ?551003"],
            plan.Changes.Select(static change => $"{change.Rule} {change.Field} {change.Before ?? "∅"} → {(change.Candidates.Count > 0 ? "?" + change.Candidates[0] : change.After)}"));
        Assert.Equal(0, plan.Unrepairable);
        var accepted = RepairApplier.Accept(plan, new Acceptance { Classes = [RepairClass.B], Changes = [new AcceptedChange(3, "551003")] }).Value!;
        Assert.Empty(accepted.VoucherIds);
        Assert.Equal((false, true, false), (accepted.Settings.TouchesChart, accepted.Settings.TouchesCompany, accepted.Settings.IsEmpty));
        var made = accepted.Settings.Make(company)!.Value.Value!;
        Assert.Equal(("551003", "var", "-"), (made.NaceCode, made.Accountants[0].Engagement, made.Accountants[1].Engagement));
        var undo = RepairUndo.Of(accepted).Value!;
        Assert.Empty(undo.VoucherIds);
        Assert.Equal(company.Accountants, undo.Settings.TakeBack(made)!.Value.Value!.Accountants);
        Assert.Equal("before-moved", accepted.Settings.Make(company with { Accountants = [company.Accountants[0]] })!.Value.Refusal!.Type);
        Assert.Null(accepted.Settings.Make((ChartOfAccounts?)null));
    }

    [Fact]
    public void Of_accounts_that_keep_a_partner_as_often_his_own_comes_first()
    {
        var chart = new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.01", Name = "A" }, new ChartAccount { Code = "120.02", Name = "B", PartnerTaxId = "4540536920" }], isComplete: true);
        var planner = new RepairPlanner(RepairFixture.ContextOf(RepairFixture.Company, chart));
        planner.ObserveElsewhere(Of(Sale("120.01", null)));
        planner.ObserveElsewhere(Of(Sale("120.02", null)));
        planner.ObserveElsewhere(Of(Sale("120.01", null)) with { State = "cancelled" });
        planner.Observe(Of(Sale("120", null)));
        Assert.Equal(["120.02", "120.01"], Assert.Single(planner.Finish(revision: 1).Changes, static change => change.Rule == "HES003").Candidates);

        static Voucher Of(Voucher sale) => sale.WithLine(1, static line => line with { Partner = new Partner { TaxId = "4540536920", Name = "ÖRNEK" } });
    }

    [Fact]
    public void Settings_say_what_they_touch()
    {
        var nothing = new SettingsChanges([]);
        Assert.Equal((false, false, true), (nothing.TouchesChart, nothing.TouchesCompany, nothing.IsEmpty));
        var chart = new SettingsChanges([Name("120.09", "ÜÇ")]);
        Assert.Equal((true, false, false), (chart.TouchesChart, chart.TouchesCompany, chart.IsEmpty));
        Assert.True(chart.Make(new ChartOfAccounts(Accounts, isComplete: true))!.Value.Value!.IsComplete);
        Assert.False(chart.Make(new ChartOfAccounts(Accounts, isComplete: false))!.Value.Value!.IsComplete);
        Assert.Null(chart.TakeBack((ChartOfAccounts?)null));
    }

    [Fact]
    public void A_name_that_the_company_sent_itself_since_stays()
    {
        var settings = new SettingsChanges([Name("120.09", "ÜÇ")]);
        Assert.Null(settings.TakeBack(new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.09", Name = "ÜÇ" }], isComplete: true)));
        var back = settings.TakeBack(new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.09", Name = "ÜÇ", NamedByRepair = true, PartnerTaxId = "1" }], isComplete: true))!.Value.Value!;
        Assert.Equal(new ChartAccount { Code = "120.09", PartnerTaxId = "1" }, back.Find("120.09"));
        Assert.True(back.IsComplete);
    }

    [Theory]
    [InlineData("phone")]
    [InlineData("accountants[0].name")]
    [InlineData("partners[0].engagement")]
    public void No_repair_changes_any_other_member_of_the_profile(string field)
    {
        var settings = new SettingsChanges([Name("x", "y") with { Target = RuleTarget.Company, Field = field }]);
        Assert.Equal($"No repair changes the member {field} of a company.", Assert.Throws<InvalidOperationException>(() => settings.Make(RepairFixture.Company)).Message);
    }

    [Fact]
    public void The_next_free_number_is_free_in_the_month_the_year_and_the_entries_of_divided_vouchers()
    {
        var purchase = RepairFixture.Purchase();
        Assert.Equal(["FIS008 10"], Numbers(purchase with { Id = "1", Number = "7" }, purchase with { Id = "2", Number = "7" }, purchase with { Id = "3", Number = "9" }));
        Assert.Equal(["FIS008 163-4"], Numbers(Divided("1", "163"), purchase with { Id = "2", Number = "163-3" }, purchase with { Id = "3", Number = "163-3" }));
        // What ends in a year has its running number before it; the next year is no free number.
        Assert.Equal([], Numbers(purchase with { Id = "1", Number = "163/2025" }, purchase with { Id = "2", Number = "163/2025" }));
        Assert.Equal(["FIS008 163/3001"], Numbers(purchase with { Id = "1", Number = "163/3000" }, purchase with { Id = "2", Number = "163/3000" }));
        Assert.Equal(["FIS008 2025/2043"], Numbers(purchase with { Id = "1", Number = "2025/2042" }, purchase with { Id = "2", Number = "2025/2042" }));
        Assert.Equal(["FIS008 MH2026"], Numbers(purchase with { Id = "1", Number = "MH2025" }, purchase with { Id = "2", Number = "MH2025" }));
        Assert.Equal(["FIS008 2026"], Numbers(purchase with { Id = "1", Number = "2025" }, purchase with { Id = "2", Number = "2025" }));
        Assert.Equal(["FIS008 163-3"], Numbers(Divided("1", "163"), purchase with { Id = "2", Number = "163-1" }));
        // The number of a divided voucher is its entries'; and what ends in no digits has no next.
        Assert.Empty(Numbers(purchase with { Id = "1", Number = "163" }, Divided("2", "163")));
        Assert.Empty(Numbers(purchase with { Id = "1", Number = "A" }, purchase with { Id = "2", Number = "A" }));
    }

    [Fact]
    public void A_number_for_which_none_is_free_remains_and_one_that_is_offered_is_counted()
    {
        var purchase = RepairFixture.Purchase();
        Assert.Contains(RepairFixture.Plan(purchase with { Id = "1", Number = "A" }, purchase with { Id = "2", Number = "A" }).Remaining, static left => left is { Rule: "FIS008", Count: 1 });
        var offered = RepairFixture.Plan(purchase with { Id = "1", Number = "7" }, purchase with { Id = "2", Number = "7" });
        Assert.DoesNotContain(offered.Remaining, static left => left.Rule == "FIS008");
        Assert.Contains(offered.Groups, static group => group is { Rule: "FIS008", Changes: 1, Vouchers: 1, Class: RepairClass.C });
    }

    [Fact]
    public void What_is_foretold_stands_in_the_order_of_rules_and_vouchers()
    {
        var plan = RepairFixture.Plan(ThreeDocuments("9", "165"), ThreeDocuments("3", "164"), RepairFixture.Purchase() with { Id = "7", Number = "A-7" }, RepairFixture.Purchase() with { Id = "8", Number = "A-7 " });
        Assert.Equal(["FIS008 8", "MET007 3", "MET007 9"], plan.Foretold.Select(static told => $"{told.Rule} {told.VoucherId}"));
    }

    [Fact]
    public void A_voucher_that_was_divided_since_the_plan_is_refused()
    {
        var voucher = ThreeDocuments("1", "163") with { Comment = "Alış" };
        var accepted = RepairApplier.Accept(RepairFixture.Plan(voucher), Acceptance.All).Value!;
        var divided = accepted.Mend(voucher).Value!;
        Assert.True(VoucherParts.IsDivided(divided));
        Assert.Equal("before-moved", accepted.Mend(divided).Refusal!.Type);
        Assert.Equal("163 numaralı fiş bakımdan sonra değişmiş; bakımı geri alınamaz, fişi ERP’de düzeltin.", RepairUndo.Of(accepted).Value!.Restore(voucher, voucher).Refusal!.Detail);
    }

    [Theory]
    [InlineData("\"class\":\"B\"", "\"class\":1")]
    [InlineData("\"kind\":\"set\"", "\"kind\":0")]
    [InlineData("\"target\":\"voucher\"", "\"target\":0")]
    [InlineData("\"severity\":\"error\"", "\"severity\":0")]
    public void A_plan_names_its_words_and_never_counts_them(string word, string number)
    {
        var voucher = RepairFixture.Purchase().WithLine(1, static line => line with { PostingDate = DateField.Parse("2025-02-03"), Account = null });
        var json = Encoding.UTF8.GetString(RepairJson.Write(RepairFixture.Plan(voucher)));
        Assert.Contains(word, json, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => RepairJson.Read(Encoding.UTF8.GetBytes(json.Replace(word, number, StringComparison.Ordinal))));
        Assert.True(RepairJson.Options.IsReadOnly);
    }

    [Fact]
    public void Every_code_with_something_on_offer_is_told_once_in_order()
    {
        var book = RepairBook.Standard;
        string[] codes = [.. book.Repairs.Select(static repair => repair.Code), .. book.Choices.Select(static choice => choice.Code), .. book.ChartRepairs.Select(static repair => repair.Code), .. book.CompanyRepairs.Select(static repair => repair.Code), .. book.AccountMoves.Select(static move => move.Code), "FIS008"];
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), book.Codes);
    }

    private static string[] Candidates(params string?[] names) =>
        [.. Assert.Single(Plan([.. names.Select(static (name, i) => Sale("120.09", name) with { Id = $"{i}", Number = $"{163 + i}" })]).Changes, static change => change.Rule == "HES002").Candidates];

    private static IEnumerable<string> Numbers(params Voucher[] vouchers) =>
        RepairFixture.Plan(vouchers).Changes.Where(static change => change.Rule == "FIS008").Select(static change => $"{change.Rule} {string.Join('|', change.Candidates)}");

    private static RepairPlan Plan(params Voucher[] vouchers) => RepairFixture.Plan(RepairFixture.ContextOf(RepairFixture.Company, new ChartOfAccounts(Accounts, isComplete: true)), RepairBook.Standard, vouchers);

    private static Voucher Sale(string account, string? name) => RepairFixture.Purchase() with
    {
        Module = null,
        Lines = [RepairFixture.Line(account, "x", "ALICILAR", debit: "100.00") with { AccountName = name }, RepairFixture.Line("600.01", "KONAKLAMA", "YURTİÇİ SATIŞLAR", credit: "100.00")],
    };

    private static Voucher Divided(string id, string number) => RepairFixture.Purchase() with
    {
        Id = id,
        Number = number,
        Lines = [.. Pair("1").Select(static line => line with { Part = "1" }), .. Pair("2").Select(static line => line with { Part = "2" })],
    };

    private static Voucher ThreeDocuments(string id, string number) =>
        (RepairFixture.Purchase() with { Id = id, Number = number, Module = null, Comment = null, Lines = [.. Pair("1"), .. Pair("2"), .. Pair("3")] }).WithLine(1, static line => line with { Description = "Alış" });

    private static VoucherLine[] Pair(string number)
    {
        var document = new SourceDocument { Type = "receipt", Number = number, Date = DateField.Parse("2025-01-09") };
        return [RepairFixture.Line("153.01", "ALT HESAP", "ANA HESAP", debit: "10.00") with { Document = document }, RepairFixture.Line("320.05", "ALT HESAP", "ANA HESAP", credit: "10.00") with { Document = document }];
    }

    private static Change Name(string account, string name) =>
        new() { N = 1, Rule = "HES002", Class = RepairClass.C, Kind = ChangeKind.Set, Target = RuleTarget.Chart, Field = $"accounts[{account}].name", After = name, Why = "Deneme." };
}
