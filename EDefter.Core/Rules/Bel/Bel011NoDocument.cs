using EDefter.Core.Rules.Kdv;

namespace EDefter.Core.Rules.Bel;

/// <summary>
/// Money, a customer, a supplier or VAT moves, and the voucher cites no document at all. What moves without one by its nature is let alone: the
/// month's KDV set off, currency valuation, a transfer inside one partner account. Told once a voucher.
/// </summary>
public sealed class Bel011NoDocument : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "BEL011",
        Severity = Severity.Warning,
        RepairClass = RepairClass.C,
        Message = "{fisNo}: belgeye dayanması beklenen kayıtta belge bilgisi yok ({anaHesap} hesabı hareket görmüş).",
        Remedy = "Kaydın belgesini (fatura, dekont, makbuz, bordro, Z raporu gibi) ERP’de türü, numarası ve tarihiyle girin; kayıt gerçekten belgesizse notla kabul edin.",
        Source = "VUK 227; GİB e-Defter Uygulama Kılavuzu 18",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        string? moved = null;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (line.Document is not null)
                return;
            if (moved is null && NeedsDocument(context.Pack, in line))
                moved = line.MainAccount;
        }

        if (moved is not null && !voucher.RestsOnNoDocument(context.Pack) && !Valuation.MayBe(voucher) && !VatAccounts.IsSetOff(voucher) && !IsTransferOfPartner(voucher))
            findings.Add(this, voucher, line: null, "document", ("fisNo", voucher.Name), ("anaHesap", moved));
    }

    // The month's KDV is set off by a credit on 191 and a debit on 391: VAT comes into being on the other sides, and there a document stands.
    private static bool NeedsDocument(RulePack pack, in LineFacts line)
    {
        foreach (var account in pack.DocumentedAccounts)
        {
            if (string.Equals(account, line.MainAccount, StringComparison.Ordinal))
                return account is "191" ? line.Debit != 0 : account is not "391" || line.Credit != 0;
        }

        return false;
    }

    // Between accounts of one main account, such as 120.01 and 120.02. Between banks and tills money moves, and a dekont or makbuz proves it.
    private static bool IsTransferOfPartner(VoucherFacts voucher)
    {
        var main = voucher.Lines[0].MainAccount;
        if (main is not ("120" or "320"))
            return false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!string.Equals(line.MainAccount, main, StringComparison.Ordinal))
                return false;
        }

        return true;
    }
}
