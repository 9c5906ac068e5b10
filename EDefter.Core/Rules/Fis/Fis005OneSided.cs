namespace EDefter.Core.Rules.Fis;

/// <summary>Lines on one side only, judged as after SAT002: a negative amount counts for the other side.</summary>
public sealed class Fis005OneSided : VoucherRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIS005",
        Severity = Severity.Error,
        Message = "Fişte yalnız {taraf} satırları var: {fisNo}.",
        Remedy = "Eksik {karsiTaraf} satırını ERP’de ekleyin ya da ters girilmiş satırın tarafını düzeltip fişi yeniden gönderin.",
        Source = "GİB yevmiye şematronu Y84–Y86; VUK 183",
    };

    public override void Check(CheckContext context, VoucherFacts voucher, FindingSink findings)
    {
        if (voucher.Lines.Length < 2)
            return;
        bool anyDebit = false, anyCredit = false;
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.Readable)
                return;
            anyDebit |= line.Debit > 0 || line.Credit < 0;
            anyCredit |= line.Credit > 0 || line.Debit < 0;
        }

        if (anyDebit == anyCredit)
            return;
        findings.Add(
            this,
            voucher,
            line: null,
            "lines",
            ("fisNo", voucher.Name),
            ("taraf", anyDebit ? "borç" : "alacak"),
            ("karsiTaraf", anyDebit ? "alacak" : "borç"));
    }
}
