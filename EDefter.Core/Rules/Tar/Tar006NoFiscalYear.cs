using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A date that no fiscal year of the company covers: each voucher’s own, and the first day of the check itself.</summary>
public sealed class Tar006NoFiscalYear : MonthRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR006",
        Severity = Severity.Error,
        Message = "{tarih} için hesap dönemi tanımı yok.",
        Remedy = "Firma bilgilerinde bu tarihi kapsayan hesap dönemini tanımlayın; tarih yanlışsa fişi ERP’de düzeltin.",
        Source = "VUK 174; GİB yevmiye şematronu Y65–Y67",
    };

    public override MonthPass Begin(CheckContext context) => new Pass(this, context);

    private sealed class Pass(Tar006NoFiscalYear rule, CheckContext context) : MonthPass
    {
        public override void Observe(VoucherFacts voucher, FindingSink findings)
        {
            if (voucher.Date is { } date && context.Company.YearOf(date) is null)
                findings.Add(rule, voucher, line: null, "date", ("tarih", TurkishText.Date(date)));
        }

        public override void ObserveUndated(VoucherFacts voucher, FindingSink findings) => Observe(voucher, findings);

        // What a voucher's date lacks is told at once.
        public override void Save(BinaryWriter writer)
        {
        }

        public override void Join(BinaryReader reader)
        {
        }

        public override void Finish(FindingSink findings)
        {
            if (context.FiscalYear is null)
                findings.Add(rule, "fiscalYear", ("tarih", TurkishText.Date(context.From)));
        }
    }
}
