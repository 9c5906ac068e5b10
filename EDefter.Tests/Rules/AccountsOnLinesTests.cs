using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>Uses of accounts that were found clean are not judged again: no fault may be lost by it.</summary>
public sealed class AccountsOnLinesTests
{
    private static readonly Period Month = new(2025, 1);

    private static readonly AccountOnLineRule[] Judges = [.. RuleBook.Standard.Rules.OfType<AccountOnLineRule>()];

    private static readonly CheckContext Context = new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = Month.FirstDay,
        To = Month.LastDay,
        Period = Month,
        AsOf = Month.LastDay,
        Pack = RulePacks.For(Month.FirstDay),
        Chart = new ChartOfAccounts([new ChartAccount { Code = "120" }, new ChartAccount { Code = "120.01" }, new ChartAccount { Code = "121.01", Name = "SENETLER", ActiveTo = new DateOnly(2025, 1, 10) }], isComplete: true),
    };

    private static readonly Gen<VoucherLine> Line = Gen.Select(
        OneOf("120.01", "120.02", "121.01", "121", "12", ""), OneOf(null, "120", "121", "119"), OneOf(null, "ALICI", " "), OneOf(null, "ALICILAR"),
        (account, main, name, mainName) => new VoucherLine { Account = account, MainAccount = main, AccountName = name, MainAccountName = mainName });

    [Fact]
    public void Every_line_with_a_faulty_account_is_counted() =>
        Gen.Select(Gen.Int[1, 31], Line.Array[1, 6]).Array[1, 40].Sample(
            drafts =>
            {
                var vouchers = drafts.Select((draft, i) => new Voucher { Id = $"{i}", Number = $"{i}", Date = DateField.Of(new DateOnly(2025, 1, draft.Item1)), Lines = draft.Item2 }).OrderBy(voucher => voucher.Date.Value).ToArray();
                Assert.Equal(OneByOne(vouchers), ByEngine(vouchers));
            },
            iter: 500);

    private static Gen<string?> OneOf(params string?[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    // Each rule over each line, remembering nothing.
    private static List<string> OneByOne(Voucher[] vouchers)
    {
        var told = new List<string>();
        foreach (var rule in Judges.Where(static rule => rule.Applies(Context) == RuleOutcome.Ran))
        {
            var pass = rule.Begin(Context);
            var sink = new FindingSink(finding => told.Add($"{finding.Rule} {finding.VoucherId} {finding.Line} {finding.Message}"));
            foreach (var voucher in vouchers)
                pass.Observe(VoucherFacts.Of(voucher), sink);
            pass.Finish(sink);
        }

        return told;
    }

    private static List<string> ByEngine(Voucher[] vouchers)
    {
        var told = new List<string>();
        var engine = CheckEngine.Begin(Context, finding => told.Add($"{finding.Rule} {finding.VoucherId} {finding.Line} {finding.Message}"), new RuleBook(Judges));
        foreach (var voucher in vouchers)
            engine.Observe(voucher);
        engine.Finish();
        return told;
    }
}
