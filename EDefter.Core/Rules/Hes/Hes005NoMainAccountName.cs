using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>A main account whose name neither the chart nor the line tells.</summary>
public sealed class Hes005NoMainAccountName : AccountOnLineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES005",
        Severity = Severity.Error,
        Target = RuleTarget.Chart,
        RepairClass = RepairClass.A,
        Message = "{anaHesap}: ana hesap adı boş ({adet} satır).",
        Remedy = "Hesap planını adlarıyla gönderin; Tekdüzen Hesap Planı’ndaki ad Muhasebe Bakım ile doldurulur.",
        Source = "GİB yevmiye şematronu Y95",
    };

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.MainAccount;
        reason = string.Empty;
        return account.Length > 0 && !AccountNames.KnowMain(in use, context.Chart);
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(this, fault.VoucherId, fault.VoucherNumber, fault.Date, fault.Line, "mainAccountName", ("anaHesap", fault.Account), ("adet", TurkishText.Count(fault.Lines)));
}
