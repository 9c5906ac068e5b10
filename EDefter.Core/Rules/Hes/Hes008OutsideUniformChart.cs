using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Hes;

/// <summary>
/// A main account of three digits that the Tekdüzen Hesap Planı does not hold. The plan leaves classes 0, 8 and 9 wholly to the company, so they
/// are never told; a code of another length is HES004’s.
/// </summary>
public sealed class Hes008OutsideUniformChart : AccountOnLineRule
{
    private const int Digits = 3;

    public override RuleInfo Info { get; } = new()
    {
        Code = "HES008",
        Severity = Severity.Warning,
        Message = "{anaHesap} hesabı Tekdüzen Hesap Planı’nda yok ({adet} satır); serbest hesap ise gerekçelendirin.",
        Remedy = "Kod yanlışsa hesabı ERP’de düzeltin; Tekdüzen Hesap Planı’nın boş bıraktığı bir kodu bilerek kullanıyorsanız uyarıyı notla kabul edin.",
        Source = "1 Sıra No.lu MSUGT; VUK 175, mükerrer 257",
    };

    protected override bool IsFaulty(CheckContext context, in AccountOnLine use, out string account, out string reason)
    {
        account = use.MainAccount;
        reason = string.Empty;
        return account.Length == Digits && !IsFreeClass(account[0]) && UniformChart.Find(account) is null;
    }

    public override void Tell(AccountFault fault, FindingSink findings) =>
        findings.Add(this, fault.VoucherId, fault.VoucherNumber, fault.Date, fault.Line, "mainAccount", ("anaHesap", fault.Account.Trim()), ("adet", TurkishText.Count(fault.Lines)));

    private static bool IsFreeClass(char first) => first is '0' or '8' or '9';
}
