namespace EDefter.Core.Rules.Fir;

/// <summary>
/// A company (VKN) with a person’s name, a person (TCKN) with a company’s title, or both filled: the ledger carries exactly one of the two. Where both
/// are empty FIR003 speaks.
/// </summary>
public sealed class Fir002TitleOfOtherKind : CompanyRule
{
    private const int PersonDigits = 11;

    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR002",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.C,
        Message = "Firma unvanı ya da adı soyadı, mükellefin türüne uymuyor: {durum}.",
        Remedy = "Vergi numarası (10 hane) olan firmada yalnız kurum unvanını, T.C. kimlik numarası (11 hane) olanda yalnız adı soyadını doldurun.",
        Source = "GİB yevmiye şematronu Y48–Y50",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        var company = context.Company;
        var isPerson = company.TaxId.Length == PersonDigits;
        var hasTitle = !string.IsNullOrWhiteSpace(company.Title);
        var hasName = !string.IsNullOrWhiteSpace(company.PersonName);
        if (isPerson ? !hasTitle : !hasName)
            return;
        var state = (isPerson, hasTitle && hasName) switch
        {
            (_, true) => "kurum unvanı da adı soyadı da dolu, yalnız biri olmalıdır",
            (true, false) => "T.C. kimlik numarası var, adı soyadı yerine kurum unvanı yazılmış",
            _ => "vergi numarası var, kurum unvanı yerine adı soyadı yazılmış",
        };
        findings.Add(this, isPerson ? "title" : "personName", ("durum", state));
    }
}
