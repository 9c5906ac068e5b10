using EDefter.Core.Companies;
using EDefter.Core.Text;

namespace EDefter.Core.Rules.Fir;

/// <summary>No fiscal year, one that ends before it begins, or one of more than twelve months.</summary>
public sealed class Fir009FiscalYear : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR009",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "Hesap dönemi hatalı: {donem}.",
        Remedy = "Firma bilgilerinde hesap döneminin ilk ve son gününü düzeltin; bir hesap dönemi en çok 12 aydır.",
        Source = "GİB yevmiye şematronu Y65–Y67; VUK 174; TTK 66",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (context.Company.FiscalYears.Count == 0 && context.Company.FiscalYear is null)
            findings.Add(this, "fiscalYear", ("donem", "tanımlı değil"));
        foreach (var year in context.Company.FiscalYears)
            Judge(year, findings);
        if (context.Company.FiscalYear is { } last && !context.Company.FiscalYears.Contains(last))
            Judge(last, findings);
    }

    private void Judge(FiscalYear year, FindingSink findings)
    {
        if (year.End <= year.Start || year.End >= year.Start.AddMonths(12))
            findings.Add(this, "fiscalYear", ("donem", $"{TurkishText.Date(year.Start)}–{TurkishText.Date(year.End)}, {(year.End <= year.Start ? "bitişi başlangıcından sonra değil" : "12 aydan uzun")}"));
    }
}
