using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>An account that the company’s complete chart lacks.</summary>
public sealed class Hes002NotInChart : AccountOnLineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES002",
        Severity = Severity.Error,
        Target = RuleTarget.Chart,
        RepairClass = RepairClass.C,
        Message = "{hesap} hesabı hesap planında yok ({adet} satır).",
        Remedy = "Hesap ERP’de yeni açıldıysa hesap planını yeniden gönderin ya da hesabı üst hesabının altına ekleyen öneriyi seçin; hesap kodu yanlışsa satır için önerilen hesabı seçin ya da fişi ERP’de düzeltin.",
        Source = "MSUGT (kayıtlar işletmenin hesap planındaki hesaplara yapılır); GİB yevmiye şematronu Y95–Y98",
    };

    public override ReferenceData? Needs => ReferenceData.Chart;

    public override RuleOutcome Applies(CheckContext context) => context.Chart is { IsComplete: true } ? RuleOutcome.Ran : RuleOutcome.NoData;

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.Account;
        reason = string.Empty;
        return !string.IsNullOrWhiteSpace(account) && context.Chart!.Find(account) is null;
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(this, fault.VoucherId, fault.VoucherNumber, fault.Date, fault.Line, "account", ("hesap", fault.Account), ("adet", TurkishText.Count(fault.Lines)));
}
