using EDefter.Core.Text;

namespace EDefter.Core.Rules.Fir;

/// <summary>The profile names a fiscal year that overlaps the one whose months are numbered already, with other dates.</summary>
public sealed class Fir010FiscalYearMoved : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR010",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "Hesap dönemi tarihleri önceki aylarla aynı değil: firma bilgilerinde {kayit}, numaralanmış aylarda {onceki}.",
        Remedy = "Firma bilgilerindeki hesap dönemini numaralanmış aylardaki tarihlere getirin. Hesap dönemi gerçekten değiştiyse yeni dönemi, bitenin ertesi gününden başlatın.",
        Source = "GİB e-Defter Uygulama Kılavuzu 3; VUK 174",
    };

    public override RuleOutcome Applies(CheckContext context) => context.NumberedYear is null ? RuleOutcome.NotApplicable : RuleOutcome.Ran;

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (context.NumberedYear is not { } numbered || context.Company.FiscalYear is not { } named || named == numbered || named.End < numbered.Start || numbered.End < named.Start)
            return;
        findings.Add(this, "fiscalYear", ("kayit", Dates(named)), ("onceki", Dates(numbered)));
    }

    private static string Dates(Companies.FiscalYear year) => $"{TurkishText.Date(year.Start)}–{TurkishText.Date(year.End)}";
}
