namespace EDefter.Core.Rules.Kdv;

/// <summary>A KDV line that rests on no document, neither of its own nor of the voucher. Vouchers that only carry KDV over rest on none.</summary>
public sealed class Kdv001NoDocument : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "KDV001",
        Severity = Severity.Warning,
        RepairClass = RepairClass.B,
        Message = "KDV satırında belge bilgisi yok: {fisNo}/{satirNo}.",
        Remedy = "Satıra faturanın türünü, numarasını ve tarihini yazın; fişte tek belge varsa onu satıra taşıyan öneriyi onaylayın.",
        Source = "KDVK 29/1, 34 (indirilecek KDV belgede ayrıca gösterilir); GİB e-Defter Uygulama Kılavuzu 18",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not null || !VatAccounts.IsVat(line.MainAccount))
                continue;
            if (voucher.RestsOnNoDocument(context.Pack) || VatAccounts.IsSettlement(voucher))
                return;
            findings.Add(this, voucher, line.Number, "document", ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)));
        }
    }
}
