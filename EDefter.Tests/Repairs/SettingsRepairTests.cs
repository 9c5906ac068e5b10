using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>Repairs of the chart of accounts and of the company's profile: what is offered in which words, and that undoing is the identity.</summary>
public sealed class SettingsRepairTests
{
    private static readonly ChartAccount[] Accounts =
    [
        new() { Code = "120", Name = "ALICILAR" },
        new() { Code = "120.01", Name = "YURTİÇİ ALICILAR", Parent = "120" },
        new() { Code = "120.01.001", Name = "ÖRNEK TURİZM A.Ş.", Parent = "120.01", PartnerTaxId = "4540536920" },
        new() { Code = "120.01.002", Parent = "120.01", PartnerTaxId = "0010213576" },
        new() { Code = "600", Name = "YURTİÇİ SATIŞLAR" },
        new() { Code = "600.01", Name = "KONAKLAMA GELİRLERİ", Parent = "600" },
        new() { Code = "102", Name = "BANKALAR" },
        new() { Code = "102.01", Name = "ZİRAAT BANKASI", Parent = "102" },
    ];

    [Fact]
    public void A_nameless_account_is_named_after_its_only_partner()
    {
        var change = Assert.Single(Plan(Sale("120.01.002", "ŞİŞLİ GIDA LTD.")).Changes);
        Assert.Equal(("HES006", RepairClass.B, RuleTarget.Chart, "accounts[120.01.002].name", "", "ŞİŞLİ GIDA LTD."), (change.Rule, change.Class, change.Target, change.Field, change.Before, change.After));
        Assert.Equal("120.01.002 hesabının adı yok; aydaki satırlarında tek cari var, adı ondan alınır.", change.Why);
    }

    [Fact]
    public void An_account_of_two_partners_is_named_after_what_stands_above_it()
    {
        var change = Assert.Single(Plan(Sale("120.01.002", "ŞİŞLİ GIDA LTD."), Sale("120.01.002", "IĞDIR GIDA LTD.") with { Id = "2", Number = "164" }).Changes);
        Assert.Equal("YURTİÇİ ALICILAR 120.01.002", change.After);
    }

    [Fact]
    public void A_missing_level_is_created_and_named_by_what_is_above_it()
    {
        var chart = new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.02.001", Name = "YURTDIŞI A.Ş.", Parent = "120.02" }], isComplete: true);
        var plan = RepairFixture.Plan(ContextOf(chart), RepairBook.Standard, Sale("120.02.001", "YURTDIŞI A.Ş."));
        var change = Assert.Single(plan.Changes);
        Assert.Equal(("HES007", "accounts[120.02].name", null, "ALICILAR 120.02"), (change.Rule, change.Field, change.Before, change.After));
        var mended = RepairApplier.Accept(plan, Acceptance.All).Value!.Settings.Make(chart)!.Value.Value!;
        Assert.Empty(RepairFixture.Check(ContextOf(mended), Sale("120.02.001", "YURTDIŞI A.Ş.")));
    }

    [Fact]
    public void A_missing_account_may_be_created_under_the_account_above_it()
    {
        var proposal = Chart("HES002", "120.01.009", used: Sale("120.01.009", "ÜÇÜNCÜ A.Ş."));
        Assert.Equal(("120.01.009", "name", null, null), (proposal!.Account, proposal.Member, proposal.Before, proposal.After));
        Assert.Equal(["ÜÇÜNCÜ A.Ş.", "YURTİÇİ ALICILAR 120.01.009"], proposal.Candidates);
        Assert.Null(Chart("HES002", "120.01.001.5", used: Sale("120.01.001", "ÖRNEK TURİZM A.Ş.")));
        Assert.Null(Chart("HES002", "120.01.001"));
        Assert.Null(Chart("HES002", "999"));
    }

    [Fact]
    public void A_closed_account_may_be_closed_later_and_a_late_one_opened_earlier()
    {
        var closed = new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.01.003", Name = "ESKİ", ActiveTo = new DateOnly(2025, 1, 5) }, new ChartAccount { Code = "120.01.004", Name = "YENİ", ActiveFrom = new DateOnly(2025, 1, 20) }], isComplete: true);
        var late = Chart("HES011", "120.01.003", chart: closed)!;
        Assert.Equal(("activeTo", "2025-01-05"), (late.Member, late.Before));
        Assert.Equal(["2025-01-31", "2025-12-31"], late.Candidates);
        var early = Chart("HES011", "120.01.004", chart: closed)!;
        Assert.Equal(("activeFrom", "2025-01-20"), (early.Member, early.Before));
        Assert.Equal(["2025-01-10", "2025-01-01"], early.Candidates);
    }

    [Fact]
    public void A_line_on_a_level_may_move_to_the_account_of_its_partner()
    {
        Assert.Equal(["120.01.001"], Leaves("120.01", "4540536920", "X"));
        Assert.Equal(["120.01.001"], Leaves("120.01", taxId: null, "ÖRNEK TURİZM A.Ş."));
        Assert.Equal(["102.01"], Leaves("102", taxId: null, name: null));
        Assert.Empty(Leaves("120.01", taxId: null, "BİLİNMEYEN"));
    }

    [Fact]
    public void What_other_months_keep_a_partner_on_comes_first()
    {
        var context = new RepairContext(ContextOf(new ChartOfAccounts(Accounts, isComplete: true)));
        var planner = new RepairPlanner(context.Check, RepairFixture.Rules);
        planner.ObserveElsewhere(Sale("120.01.002", "ÖRNEK", "4540536920"));
        planner.Observe(Sale("120.01", "ÖRNEK", "4540536920"));
        var choice = planner.Finish(revision: 1).Changes.SingleOrDefault(static change => change.Rule == "HES003");
        if (RuleBook.Standard.Find("HES003") is not null)
            Assert.Equal(["120.01.002", "120.01.001"], choice!.Candidates);
    }

    [Fact]
    public void An_engagement_is_composed_of_what_the_profile_knows()
    {
        var company = RepairFixture.Company with
        {
            Accountants =
            [
                new Accountant { Name = "Ayşe Iğdır", InHouse = true },
                new Accountant { Name = "Şule Öz", Title = "YMM", ContractDate = new DateOnly(2025, 1, 2), ContractNumber = "M10120" },
                new Accountant { Name = "Ali Ak", ContractNumber = "7" },
                new Accountant { Name = "Can Su", Engagement = "var" },
            ],
        };
        var proposals = RepairBook.Standard.FindCompany("FIR008")!.Propose(company);
        Assert.Equal(["accountants[0].engagement=-", "accountants[1].engagement=YMM sözleşmesi, 2025-01-02, M10120"], proposals.Select(static proposal => $"{proposal.Field}={proposal.After}"));
    }

    [Theory]
    [InlineData("55.10.03", "551003")]
    [InlineData("55 10 03", "551003")]
    [InlineData("551003", null)]
    [InlineData("5510", null)]
    [InlineData("55.10.0A", null)]
    [InlineData(null, null)]
    public void A_punctuated_activity_code_may_be_written_as_its_digits(string? code, string? digits) =>
        Assert.Equal(digits, RepairBook.Standard.FindCompany("FIR006")!.Propose(RepairFixture.Company with { NaceCode = code }).SingleOrDefault()?.Candidates[0]);

    [Fact]
    public void Taking_back_what_was_made_is_the_identity()
    {
        var any = from picked in Gen.Int[0, 31]
                  from name in Gen.Int[0, 1].Select(static i => i == 0 ? "ŞİŞLİ" : "Iğdır; =1+1")
                  select (Picked: picked, Name: name);
        any.Sample(item =>
        {
            var all = All(item.Name);
            Change[] some = [.. all.Where((_, i) => (item.Picked & (1 << i)) != 0).Select(static (change, i) => change with { N = i + 1 })];
            var settings = new SettingsChanges(some);
            var chart = new ChartOfAccounts(Accounts, isComplete: true);
            var company = RepairFixture.Company with { Accountants = [new Accountant { Name = "Ayşe Iğdır" }] };
            var made = settings.Make(chart)?.Value ?? chart;
            var profile = settings.Make(company)?.Value ?? company;
            Assert.Null(settings.Make(made));
            Assert.Null(settings.Make(profile));
            Assert.Equal(some.Any(static change => change.Target == RuleTarget.Chart), !made.Accounts.SequenceEqual(chart.Accounts));
            Assert.Equal(chart.Accounts, (settings.TakeBack(made)?.Value ?? made).Accounts);
            Assert.Equal(company.Accountants, (settings.TakeBack(profile)?.Value ?? profile).Accountants);
            Assert.Null(settings.TakeBack(chart));
        });
    }

    [Fact]
    public void What_was_changed_since_is_refused()
    {
        var settings = new SettingsChanges(All("A"));
        var made = settings.Make(new ChartOfAccounts(Accounts, isComplete: true))!.Value.Value!;
        var moved = new ChartOfAccounts(made.Accounts.Select(static account => account.Code == "120.09" ? account with { Name = "B" } : account), isComplete: true);
        Assert.Equal("changed-since", settings.TakeBack(moved)!.Value.Refusal!.Type);
        var taken = new ChartOfAccounts([.. Accounts, new ChartAccount { Code = "120.09", Name = "B" }], isComplete: true);
        Assert.Equal("before-moved", settings.Make(taken)!.Value.Refusal!.Type);
        Assert.Equal("before-moved", settings.Make(RepairFixture.Company with { NaceCode = "1" })!.Value.Refusal!.Type);
        Assert.Equal("changed-since", settings.TakeBack(RepairFixture.Company with { NaceCode = "1" })!.Value.Refusal!.Type);
    }

    [Fact]
    public void The_effect_on_accounts_shows_the_whole_month_before_and_after()
    {
        var plan = RepairFixture.Plan(
            RepairFixture.Purchase().WithLine(1, static line => line with { Debit = AmountField.Parse("1000.004") }).WithLine(3, static line => line with { Credit = AmountField.Parse("1200.004") }),
            RepairFixture.Purchase() with { Id = "2", Number = "164" });
        Assert.Equal([new AccountEffect("153.01", 2000.004m, 2000.00m, 0, 0), new AccountEffect("320.05", 0, 0, 2400.004m, 2400.00m)], plan.Accounts);
    }

    [Fact]
    public void A_plan_in_which_class_A_would_move_money_is_never_made()
    {
        var book = new RepairBook([new MovesMoney()], [], []);
        var fault = Assert.Throws<InvalidOperationException>(() => RepairFixture.Plan(RepairFixture.Context, book, RepairFixture.Purchase() with { EnteredBy = null }));
        Assert.Equal("The repair of FIS010 is of class A and changes what is booked on 153.01.", fault.Message);
    }

    private static Change[] All(string name) =>
    [
        ChangeOf(RuleTarget.Chart, "accounts[120.01.002].name", "", name),
        ChangeOf(RuleTarget.Chart, "accounts[120.09].name", null, name),
        ChangeOf(RuleTarget.Chart, "accounts[102.01].activeTo", null, "2025-12-31"),
        ChangeOf(RuleTarget.Company, "naceCode", "551003", "551004"),
        ChangeOf(RuleTarget.Company, "accountants[0].engagement", null, "-"),
    ];

    private static Change ChangeOf(RuleTarget target, string field, string? before, string? after) =>
        new() { N = 1, Rule = "HES006", Class = RepairClass.B, Kind = ChangeKind.Set, Target = target, Field = field, Before = before, After = after, Why = "Deneme." };

    private static RepairPlan Plan(params Voucher[] vouchers) => RepairFixture.Plan(ContextOf(new ChartOfAccounts(Accounts, isComplete: true)), RepairBook.Standard, vouchers);

    private static CheckContext ContextOf(ChartOfAccounts chart) => RepairFixture.ContextOf(RepairFixture.Company, chart);

    private static ChartProposal? Chart(string rule, string account, ChartOfAccounts? chart = null, Voucher? used = null)
    {
        var context = ContextOf(chart ?? new ChartOfAccounts(Accounts, isComplete: true));
        var repair = new Peek(RepairBook.Standard.FindChart(rule)!);
        var planner = new RepairPlanner(context, new RuleBook([new Says(rule, account)]), new RepairBook([], [], [repair]));
        if (used is not null)
            planner.Observe(used);
        planner.Finish(revision: 1);
        return repair.Seen;
    }

    private static IReadOnlyList<string> Leaves(string account, string? taxId, string? name)
    {
        var voucher = Sale(account, name ?? string.Empty, taxId);
        if (name is null)
            voucher = voucher.WithLine(1, static line => line with { Partner = null });
        var finding = new Finding { Rule = "HES003", Severity = Severity.Error, VoucherId = voucher.Id, Line = 1, Message = "Deneme.", Remedy = "Deneme.", Source = "Deneme" };
        var context = new RepairContext(ContextOf(new ChartOfAccounts(Accounts, isComplete: true)));
        return RepairBook.Standard.FindChoice("HES003")!.Offer(VoucherFacts.Of(voucher), finding, context).SingleOrDefault()?.Candidates ?? [];
    }

    private static Voucher Sale(string account, string partner, string? taxId = null) => RepairFixture.Purchase() with
    {
        Module = null,
        Lines =
        [
            RepairFixture.Line(account, "x", "ALICILAR", debit: "100.00") with { AccountName = null, Partner = new Partner { Name = partner, TaxId = taxId } },
            RepairFixture.Line("600.01", "KONAKLAMA GELİRLERİ", "YURTİÇİ SATIŞLAR", credit: "100.00"),
        ],
    };

    /// <summary>Asks a repair of the program and remembers what it said.</summary>
    private sealed class Peek(ChartRepair inner) : ChartRepair
    {
        public ChartProposal? Seen { get; private set; }

        public override string Code => inner.Code;

        public override RepairClass Class => inner.Class;

        public override ChartProposal? Propose(Finding finding, RepairContext context) => Seen = inner.Propose(finding, context);
    }

    /// <summary>A rule that finds one account faulty, on 10.01.2025.</summary>
    private sealed class Says(string code, string account) : CompanyRule
    {
        public override RuleInfo Info { get; } = new() { Code = code, Severity = Severity.Error, Target = RuleTarget.Chart, RepairClass = RepairClass.C, Message = "{hesap}", Remedy = "Deneme.", Source = "Deneme" };

        public override void Check(CheckContext context, FindingSink findings) =>
            findings.Add(this, "1", "163", new DateOnly(2025, 1, 10), 1, "account", ("hesap", account));
    }

    private sealed class MovesMoney : Repair
    {
        public override string Code => "FIS010";

        public override RepairClass Class => RepairClass.A;

        public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context) => Proposal.Of(
            Edit.Set(line: null, "enteredBy", "H.A.", "Bozuk."), Edit.Set(1, "account", "153.09", "Bozuk."));
    }
}
