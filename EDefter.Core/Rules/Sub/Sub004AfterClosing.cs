using EDefter.Core.Text;

namespace EDefter.Core.Rules.Sub;

/// <summary>A voucher in the book of a branch after the day on which the branch was closed.</summary>
public sealed class Sub004AfterClosing : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SUB004",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "{fisNo}: kapanan şubeye {tarih} tarihli kayıt; {sube} numaralı şube {kapanis} günü kapandı.",
        Remedy = "Kaydı ERP’de merkezin ya da devralan şubenin defterine alın; kapanış tarihi yanlışsa firma bilgilerinde düzeltin.",
        Source = "GİB e-Defter Uygulama Kılavuzu 7 (kapanan şube için defter oluşturulmaz)",
    };

    public override RuleOutcome Applies(CheckContext context) => context.BookBranch?.ClosedOn is null ? RuleOutcome.NotApplicable : RuleOutcome.Ran;

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Date is { } date && context.BookBranch?.ClosedOn is { } closed && date > closed)
            findings.Add(this, voucher, line: null, "date", ("fisNo", voucher.Name), ("tarih", TurkishText.Date(date)), ("sube", context.Branch), ("kapanis", TurkishText.Date(closed)));
    }
}
