using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Sub;

/// <summary>
/// A branch that left the profile while its book holds vouchers of the fiscal year, and whose name the branch at hand now bears under another number. Branches without a name cannot be told from one another.
/// </summary>
public sealed class Sub002NumberChanged : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SUB002",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "Şube numarası hesap dönemi içinde değişemez: \"{sube}\" {eskiNo} iken {yeniNo} olmuş.",
        Remedy = "Şubeyi firma bilgilerinde yıl sonuna kadar eski numarasıyla bırakın, fişlerini o numaraya gönderin; yeni numarayı sonraki hesap döneminin ilk gününden başlatın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 7",
    };

    public override RuleOutcome Applies(CheckContext context) => context.FormerBranches.Count == 0 ? RuleOutcome.NotApplicable : RuleOutcome.Ran;

    public override void Check(CheckContext context, FindingSink findings)
    {
        var branch = context.Company.Branches.FirstOrDefault(candidate => string.Equals(candidate.Code, context.Branch, StringComparison.Ordinal));
        if (branch is null || string.IsNullOrWhiteSpace(branch.Name))
            return;
        foreach (var former in context.FormerBranches)
        {
            if (IsSame(branch, former))
                findings.Add(this, "branches", ("sube", branch.Name), ("eskiNo", former.Code), ("yeniNo", branch.Code));
        }
    }

    private static bool IsSame(Branch branch, Branch former) =>
        !string.IsNullOrWhiteSpace(former.Name) && TurkishWordComparer.Instance.Equals(branch.Name, former.Name) && !string.Equals(branch.Code, former.Code, StringComparison.Ordinal);
}
