namespace EDefter.Core.Rules.Kdv;

/// <summary>
/// KDV against money or a partner with nothing on its side that it could have been computed from. Told once a voucher, at the first KDV line.
/// KDV moved to an expense (689), between its own accounts or to the state is no such thing, and the base of import KDV stands in the customs declaration.
/// </summary>
public sealed class Kdv002NoBase : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KDV002",
        Severity = Severity.Warning,
        Message = "Havada KDV kaydı: {fisNo} nolu fişte KDV’nin hesaplandığı mal, hizmet ya da hasılat satırı yok.",
        Remedy = "KDV’nin matrahı başka fişteyse ikisini ERP’de tek fişte birleştirin; matrah gerçekten yoksa (ör. yalnız KDV düzeltmesi) uyarıyı notla kabul edin.",
        Source = "KDVK 20, 29, 34 (KDV, işlemin bedeli üzerinden hesaplanır); GİB e-Defter Uygulama Kılavuzu 18 (bir belge tek maddede)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!VatAccounts.IsVat(line.MainAccount) || line.Debit == line.Credit)
                continue;
            var isDebit = line.Debit > line.Credit;
            if (!HasBase(voucher, isDebit) && IsAgainstPayment(voucher, isDebit) && !voucher.RestsOnNoDocument(context.Pack) && !VatAccounts.IsSettlement(voucher) && !VatAccounts.Mentions(voucher, "GUMRUK"))
                findings.Add(this, voucher, line.Number, "account", ("fisNo", voucher.Name));
            return;
        }
    }

    private static bool HasBase(VoucherFacts voucher, bool isDebit)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (VatAccounts.RoleOf(line.MainAccount) is VatRole.Base or VatRole.Advance && (isDebit ? line.Debit : line.Credit) > 0)
                return true;
        }

        return false;
    }

    private static bool IsAgainstPayment(VoucherFacts voucher, bool isDebit)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (VatAccounts.RoleOf(line.MainAccount) is VatRole.Payment or VatRole.Advance && (isDebit ? line.Credit : line.Debit) > 0)
                return true;
        }

        return false;
    }
}
