using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Ack;

/// <summary>An opening voucher with an account of class 6 or 7: income, expense and cost begin each year at nothing.</summary>
public sealed class Ack005ResultAccountsOpened : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "ACK005",
        Severity = Severity.Error,
        Message = "Açılış fişinde gelir/gider/maliyet hesabı var: {hesap}.",
        Remedy = "Satırı açılış fişinden ERP’de çıkarın; 6 ve 7 sınıfı hesaplar yıl sonunda kapanır, bakiye devretmez.",
        Source = "MSUGT (gelir tablosu ve maliyet hesapları dönem sonunda kapatılır)",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (voucher.Kind is VoucherKind.Opening && line.MainAccount is ['6' or '7', ..])
            findings.Add(this, voucher, line.Number, "account", ("hesap", Wording.OrEmpty(line.Line.Account)));
    }
}
