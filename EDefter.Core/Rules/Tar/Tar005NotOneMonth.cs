using EDefter.Core.Text;

namespace EDefter.Core.Rules.Tar;

/// <summary>A check of other days than one whole month: a control report, never numbered.</summary>
public sealed class Tar005NotOneMonth : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "TAR005",
        Severity = Severity.Warning,
        Message = "Tarih aralığı tek ay değil: {bas}–{bit}. e-Defter aylık verilir.",
        Remedy = "Bu rapor yalnız kontrol içindir; numara vermek ve çıktı almak için tam bir ay seçin.",
        Source = "GİB yevmiye şematronu Y42–Y43",
    };

    public override RuleOutcome Applies(CheckContext context) => context.Company.EDefter ? RuleOutcome.Ran : RuleOutcome.NotApplicable;

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (context.Period is null)
            findings.Add(this, "period", ("bas", TurkishText.Date(context.From)), ("bit", TurkishText.Date(context.To)));
    }
}
