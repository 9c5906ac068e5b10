using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>What each repair proposes for the chart of accounts by itself, and where it keeps silent.</summary>
public sealed class ChartProposalTests
{
    private static readonly ChartAccount[] Accounts =
    [
        new() { Code = "120", Name = "ALICILAR" },
        new() { Code = "120.01", Name = "YURTİÇİ ALICILAR" },
        new() { Code = "120.01.001", Name = "ÖRNEK TURİZM A.Ş.", PartnerTaxId = "4540536920" },
        new() { Code = "120.01.002", PartnerTaxId = "4540536920" },
        new() { Code = "120.01.003", PartnerTaxId = "0010213576" },
    ];

    [Fact]
    public void A_missing_account_is_created_where_the_level_above_is_there_or_can_be()
    {
        Assert.Equal("120.01.009.name: ∅ → ?YURTİÇİ ALICILAR 120.01.009", Proposed.ForChart("HES002", Chart(), ("hesap", "120.01.009")));
        Assert.Equal("120.02.001.name: ∅ → ?ALICILAR 120.02 120.02.001 + 120.02", Proposed.ForChart("HES002", Chart(), ("hesap", "120.02.001")));
        Assert.Equal("12007.name: ∅ → ?ALICILAR 12007", Proposed.ForChart("HES002", Chart(), ("hesap", "12007")));
        Assert.Equal("320/01.name: ∅ → ?Satıcılar 320/01 + 320", Proposed.ForChart("HES002", Chart(), ("hesap", "320/01")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", Chart(), ("hesap", "120.01.001")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", Chart(), ("hesap", "120")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", Chart(), ("hesap", "321")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", chart: null, ("hesap", "120.01.009")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", Chart(), ("kod", "120.01.009")));
        // Nobody can name it.
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", Chart(new ChartAccount { Code = "X1" }), ("hesap", "X1.05")));
        // A chart that is not whole does not say what is missing above.
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES002", new ChartOfAccounts(Accounts, isComplete: false), ("hesap", "120.02.001")));
    }

    [Fact]
    public void A_missing_level_is_named_by_the_uniform_chart_or_by_what_is_above_it()
    {
        Assert.Equal("320.name: ∅ → Satıcılar", Proposed.ForChart("HES007", Chart(), ("hesap", "320.01"), ("neden", "üst hesabı 320 hesap planında yok")));
        Assert.Equal("120.05.name: ∅ → ALICILAR 120.05", Proposed.ForChart("HES007", Chart(), ("hesap", "120.05.001"), ("neden", "üst hesabı 120.05 hesap planında yok")));
        // The same rule tells of an account outside its main account: no level helps there.
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES007", Chart(), ("hesap", "120.05.001"), ("neden", "ana hesap kodu 320 ile başlamıyor")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES007", Chart(), ("hesap", "120.05.001")));
        var named = Chart(new ChartAccount { Code = "330.01", Name = "X", Parent = "320" });
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES007", named, ("hesap", "330.01"), ("neden", "üst hesabı 320 hesap planında yok")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES007", Chart(), ("hesap", "120.01.009"), ("neden", "üst hesabı 120.01 hesap planında yok")));
    }

    [Fact]
    public void A_main_account_gets_the_name_of_the_uniform_chart_where_it_has_none()
    {
        Assert.Equal("153.name: ∅ → Ticari Mallar", Proposed.ForChart("HES005", Chart(), ("anaHesap", "153")));
        Assert.Equal("153.name:  → Ticari Mallar", Proposed.ForChart("HES005", Chart(new ChartAccount { Code = "153" }), ("anaHesap", "153")));
        Assert.Equal("153.name:   → Ticari Mallar", Proposed.ForChart("HES005", Chart(new ChartAccount { Code = "153", Name = " " }), ("anaHesap", "153")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES005", Chart(), ("anaHesap", "120")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES005", Chart(), ("anaHesap", "999")));
    }

    [Fact]
    public void A_nameless_account_gets_the_name_of_the_one_card_of_its_partner()
    {
        Assert.Equal("120.01.002.name:  → ÖRNEK TURİZM A.Ş.", Proposed.ForChart("HES006", Chart(), ("hesap", "120.01.002")));
        // Another account of the partner under the same name is no other card.
        Assert.Equal("120.01.002.name:  → ÖRNEK TURİZM A.Ş.", Proposed.ForChart("HES006", Chart(new ChartAccount { Code = "320.01", Name = "ÖRNEK TURİZM A.Ş.", PartnerTaxId = "4540536920" }), ("hesap", "120.01.002")));
        Assert.Equal("120.01.002.name:  → YURTİÇİ ALICILAR 120.01.002", Proposed.ForChart("HES006", Chart(new ChartAccount { Code = "320.01", Name = "ÖRNEK", PartnerTaxId = "4540536920" }), ("hesap", "120.01.002")));
        Assert.Equal("120.01.003.name:  → YURTİÇİ ALICILAR 120.01.003", Proposed.ForChart("HES006", Chart(), ("hesap", "120.01.003")));
        Assert.Equal("120.01.004.name:   → YURTİÇİ ALICILAR 120.01.004", Proposed.ForChart("HES006", Chart(new ChartAccount { Code = "120.01.004", Name = " " }), ("hesap", "120.01.004")));
        Assert.Equal("120.01.007.name: ∅ → YURTİÇİ ALICILAR 120.01.007", Proposed.ForChart("HES006", Chart(), ("hesap", "120.01.007")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES006", Chart(new ChartAccount { Code = "320.01", Name = "Ö\u0007", PartnerTaxId = "1" }, new ChartAccount { Code = "320.02", PartnerTaxId = "1" }), ("hesap", "320.02")));
    }

    [Theory]
    [InlineData("2025-01-09", null, "activeTo: 2025-01-09 → ?2025-01-31|2025-12-31")]
    [InlineData("2025-01-10", null, "∅")]
    [InlineData(null, "2025-01-11", "activeFrom: 2025-01-11 → ?2025-01-10|2025-01-01")]
    [InlineData(null, "2025-01-10", "∅")]
    [InlineData("2025-01-31", "2025-01-11", "activeFrom: 2025-01-11 → ?2025-01-10|2025-01-01")]
    [InlineData("2025-01-30", "2025-01-11", "∅")]
    [InlineData(null, null, "∅")]
    public void An_account_is_opened_earlier_or_closed_later(string? to, string? from, string offered)
    {
        var account = new ChartAccount { Code = "120.01.005", Name = "X", ActiveTo = DateField.Parse(to ?? string.Empty).Value, ActiveFrom = DateField.Parse(from ?? string.Empty).Value };
        Assert.Equal(offered == "∅" ? offered : "120.01.005." + offered, Proposed.ForChart("HES011", Chart(account), ("hesap", "120.01.005")));
    }

    [Fact]
    public void Nothing_is_reopened_that_the_chart_lacks_or_that_no_fiscal_year_covers()
    {
        var closed = Chart(new ChartAccount { Code = "120.01.005", Name = "X", ActiveTo = new DateOnly(2025, 1, 9) });
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES011", Chart(), ("hesap", "120.01.005")));
        Assert.Equal(Proposed.Nothing, Proposed.ForChart("HES011", closed, RepairFixture.ContextOf(RepairFixture.Company with { FiscalYear = null, FiscalYears = [] }), ("hesap", "120.01.005")));
    }

    [Fact]
    public void A_line_moves_to_an_open_leaf_of_its_partner_or_to_the_only_one()
    {
        Assert.Equal("1 account?120.01.001|120.01.002 ‹ 1 partner.taxId, 1 partner.name", Leaf("120.01", taxId: "4540536920", name: null));
        Assert.Equal("1 account?120.01.001 ‹ 1 partner.taxId, 1 partner.name", Leaf("120.01", taxId: null, name: " ÖRNEK TURİZM A.Ş. "));
        Assert.Equal(Proposed.Nothing, Leaf("120.01", taxId: null, name: null));
        Assert.Equal(Proposed.Nothing, Leaf("120.01", taxId: "1", name: "BİLİNMEYEN"));
        Assert.Equal(Proposed.Nothing, Leaf("500", taxId: null, name: null));
        // A level is no leaf, unless the chart itself says so; then it is one, and what the chart calls a level is none.
        Assert.Equal("1 account?102.01.1 ‹ 1 partner.taxId, 1 partner.name", Leaf("102", taxId: null, name: null, new ChartAccount { Code = "102.01.1", Name = "A" }, new ChartAccount { Code = "102.01", Name = "B" }));
        Assert.Equal("1 account?102.01 ‹ 1 partner.taxId, 1 partner.name", Leaf("102", taxId: null, name: null, new ChartAccount { Code = "102.01", Name = "A" }, new ChartAccount { Code = "102.02", Name = "B", Leaf = false }));
        Assert.Equal("1 account?102.02 ‹ 1 partner.taxId, 1 partner.name", Leaf("102", taxId: null, name: null, new ChartAccount { Code = "102", Name = "A", Leaf = true }, new ChartAccount { Code = "102.02", Name = "B" }));
    }

    [Theory]
    [InlineData("2025-01-10", "2025-01-10", true)]
    [InlineData("2025-01-11", null, false)]
    [InlineData(null, "2025-01-09", false)]
    [InlineData(null, null, true)]
    public void A_line_moves_to_no_account_that_is_closed_on_its_day(string? from, string? to, bool isOpen)
    {
        var bank = new ChartAccount { Code = "102.01", Name = "A", ActiveFrom = DateField.Parse(from ?? string.Empty).Value, ActiveTo = DateField.Parse(to ?? string.Empty).Value };
        Assert.Equal(isOpen, Leaf("102", taxId: null, name: null, bank) != Proposed.Nothing);
    }

    [Fact]
    public void At_most_five_leaves_are_shown_in_the_order_of_their_codes()
    {
        var many = Enumerable.Range(1, 7).Reverse().Select(static n => new ChartAccount { Code = $"102.0{n}", Name = "A", PartnerTaxId = "7" }).ToArray();
        Assert.Equal("1 account?102.01|102.02|102.03|102.04|102.05 ‹ 1 partner.taxId, 1 partner.name", Leaf("102", taxId: "7", name: null, many));
    }

    [Fact]
    public void A_line_that_is_not_there_or_names_no_account_moves_nowhere()
    {
        var context = RepairFixture.ContextOf(RepairFixture.Company, Chart());
        Assert.Equal(Proposed.Nothing, Proposed.Choices("HES003", RepairFixture.Purchase(), 4, context));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("HES003", RepairFixture.Purchase().WithLine(1, static line => line with { Account = null }), 1, context));
        Assert.Equal(Proposed.Nothing, Proposed.Choices("HES003", RepairFixture.Purchase(), 1));
    }

    [Theory]
    [InlineData("55.10.03", true)]
    [InlineData("55-10/03", true)]
    [InlineData("55.10.03.1", false)]
    [InlineData("Ş55.10.03", false)]
    public void An_activity_code_is_compacted_only_when_it_holds_nothing_but_digits_and_signs(string code, bool isOffered) =>
        Assert.Equal(isOffered, RepairBook.Standard.FindCompany("FIR006")!.Propose(RepairFixture.Company with { NaceCode = code }).Count == 1);

    [Fact]
    public void An_engagement_that_is_there_stays_and_a_contract_without_a_title_is_a_SMMM_s()
    {
        var company = RepairFixture.Company with
        {
            Accountants =
            [
                new Accountant { Name = "A", InHouse = true, Engagement = "var" },
                new Accountant { Name = "B", Title = " ", ContractDate = new DateOnly(2025, 1, 2), ContractNumber = " M1 " },
                new Accountant { Name = "C", ContractDate = new DateOnly(2025, 1, 2), ContractNumber = "M\u0007" },
                new Accountant { Name = "D", ContractDate = new DateOnly(2025, 1, 2), ContractNumber = " " },
            ],
        };
        Assert.Equal(["accountants[1].engagement=SMMM sözleşmesi, 2025-01-02, M1"], RepairBook.Standard.FindCompany("FIR008")!.Propose(company).Select(static proposal => $"{proposal.Field}={proposal.After}"));
    }

    private static ChartOfAccounts Chart(params ChartAccount[] more) => new([.. Accounts, .. more], isComplete: true);

    private static string Leaf(string account, string? taxId, string? name, params ChartAccount[] more)
    {
        var partner = taxId is null && name is null ? null : new Partner { TaxId = taxId, Name = name };
        var voucher = RepairFixture.Purchase().WithLine(1, line => line with { Account = account, Partner = partner });
        return Proposed.Choices("HES003", voucher, 1, RepairFixture.ContextOf(RepairFixture.Company, Chart(more)));
    }
}
