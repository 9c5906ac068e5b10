using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules.Sat;

/// <summary>A text where an amount should be. It is kept as sent; separators are never guessed.</summary>
public sealed class Sat005UnreadableAmount : LineRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "SAT005",
        Severity = Severity.Error,
        Message = "{fisNo}/{satirNo}: tutar okunamadı: \"{ham}\".",
        Remedy = "Tutarı ERP’de ya da aktarımda nokta ondalık ayırıcıyla, binlik ayırıcısız gönderin (ör. 1234.50); yazılım ayırıcıyı tahmin etmez.",
        Source = "Gönderim biçimi: tutarlar nokta ile ve en çok 28 haneyle yazılır, borç ve alacak 15 tam haneyi aşmaz",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, in LineFacts line, FindingSink findings)
    {
        if (!line.Readable)
        {
            TellLira(voucher, in line, line.Line.Debit, "debit", findings);
            TellLira(voucher, in line, line.Line.Credit, "credit", findings);
        }

        if (line.Line.Original is not { } original)
            return;
        Tell(voucher, in line, original.Amount, "original.amount", findings);
        Tell(voucher, in line, original.Rate, "original.rate", findings);
    }

    // An amount beyond every book is no amount either: it is left out of every sum, so it must be told.
    private void TellLira(VoucherFacts voucher, in LineFacts line, AmountField amount, string field, FindingSink findings)
    {
        if (!VoucherFacts.IsCountable(amount))
            findings.Add(this, voucher, line.Number, field, ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("ham", amount.ToString()));
    }

    private void Tell(VoucherFacts voucher, in LineFacts line, AmountField amount, string field, FindingSink findings)
    {
        if (amount.Raw is { } raw)
            findings.Add(this, voucher, line.Number, field, ("fisNo", voucher.Name), ("satirNo", Wording.LineNumber(in line)), ("ham", raw));
    }
}
