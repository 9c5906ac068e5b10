using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>A sub account whose name neither the chart nor the line tells. A line booked on the main account itself is HES005’s.</summary>
public sealed class Hes006NoSubAccountName : AccountOnLineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES006",
        Severity = Severity.Error,
        Target = RuleTarget.Chart,
        RepairClass = RepairClass.B,
        Message = "{hesap}: alt hesap adı boş ({adet} satır).",
        Remedy = "Hesap planını adlarıyla gönderin ya da cariden, cari kartından ya da üst hesaptan önerilen adı onaylayın.",
        Source = "GİB yevmiye şematronu Y96–Y97",
    };

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.Account;
        reason = string.Empty;
        return !string.IsNullOrWhiteSpace(account) && !string.Equals(account, use.MainAccount, StringComparison.Ordinal) && !AccountNames.KnowSub(in use, context.Chart);
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(this, fault.VoucherId, fault.VoucherNumber, fault.Date, fault.Line, "accountName", ("hesap", fault.Account), ("adet", TurkishText.Count(fault.Lines)));
}
