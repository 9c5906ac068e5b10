namespace EDefter.Core.Rules.Fir;

/// <summary>No title of a company (VKN) or no name of a person (TCKN), or one of less than two characters. A person’s name may stand in either member.</summary>
public sealed class Fir003Title : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR003",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "Firma unvanı boş: {alan} en az iki karakter olmalıdır.",
        Remedy = "Firma bilgilerine vergi levhasındaki unvanı, gerçek kişiyse adını soyadını yazın.",
        Source = "GİB yevmiye şematronu Y51–Y52",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        var isPerson = context.Company.TaxId.Length == 11;
        var name = isPerson && !string.IsNullOrWhiteSpace(context.Company.PersonName) ? context.Company.PersonName : context.Company.Title;
        if (name.AsSpan().Trim().Length < 2)
            findings.Add(this, isPerson ? "personName" : "title", ("alan", isPerson ? "adı soyadı" : "kurum unvanı"));
    }
}
