using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>An account that the chart had closed, or had not opened yet, on the day of the voucher. Told once an account, with its earliest such voucher.</summary>
public sealed class Hes011NotActive : AccountOnLineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES011",
        Severity = Severity.Error,
        Target = RuleTarget.Chart,
        RepairClass = RepairClass.C,
        Message = "{hesap} hesabı {tarih} tarihinde pasif ({adet} satır).",
        Remedy = "Hesap o gün kullanılıyorduysa hesap planındaki açılış ve kapanış tarihlerini düzeltin; yanlış hesaba yazıldıysa satır için önerilen hesabı seçin ya da fişi ERP’de düzeltin.",
        Source = "MSUGT (kayıtlar işletmenin yürürlükteki hesap planına yapılır)",
    };

    public override ReferenceData? Needs => ReferenceData.Chart;

    public override RuleOutcome Applies(CheckContext context) => context.Chart is { IsComplete: true } ? RuleOutcome.Ran : RuleOutcome.NoData;

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.Account;
        reason = string.Empty;
        return use.Day is { } date
            && account.Length > 0
            && context.Chart!.Find(account) is { } known
            && (date < known.ActiveFrom || date > known.ActiveTo);
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(
            this,
            fault.VoucherId,
            fault.VoucherNumber,
            fault.Date,
            fault.Line,
            "account",
            ("hesap", fault.Account),
            ("tarih", fault.Date is { } date ? TurkishText.Date(date) : string.Empty),
            ("adet", TurkishText.Count(fault.Lines)));
}
