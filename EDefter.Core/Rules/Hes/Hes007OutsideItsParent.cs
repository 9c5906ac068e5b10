using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Hes;

/// <summary>A sub account that does not begin with its main account, or whose parent a complete chart lacks.</summary>
public sealed class Hes007OutsideItsParent : AccountOnLineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "HES007",
        Severity = Severity.Error,
        Target = RuleTarget.Chart,
        RepairClass = RepairClass.B,
        Message = "{hesap} hesabı: {neden}.",
        Remedy = "Ana hesabı yanlış gönderilmişse ERP’de düzeltin; eksik üst hesabı hesap planına ekleyen öneriyi onaylayabilirsiniz, hareketlere dokunulmaz.",
        Source = "GİB yevmiye şematronu Y98",
    };

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.Account;
        reason = string.Empty;
        if (string.IsNullOrWhiteSpace(account) || string.Equals(account, use.MainAccount, StringComparison.Ordinal))
            return false;
        if (!account.StartsWith(use.MainAccount, StringComparison.Ordinal))
        {
            reason = $"ana hesap kodu {Wording.Quoted(use.MainAccount)} ile başlamıyor";
            return true;
        }

        // Only a chart that the company sent says that something is missing.
        if (context.Chart is not { IsComplete: true } chart || ChartParents.MissingParent(chart, account, use.MainAccount) is not { } parent)
            return false;
        reason = $"üst hesabı {parent} hesap planında yok";
        return true;
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(this, fault.VoucherId, fault.VoucherNumber, fault.Date, fault.Line, "account", ("hesap", fault.Account), ("neden", fault.Reason));
}
