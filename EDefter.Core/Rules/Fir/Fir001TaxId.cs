using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Fir;

/// <summary>A VKN (10 digits) or TCKN (11 digits) whose check digit is wrong.</summary>
public sealed class Fir001TaxId : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR001",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        Message = "Firma VKN/TCKN hatalı, kontrol hanesi tutmuyor: {vkn}.",
        Remedy = "Vergi levhasındaki numarayı baştaki sıfırlarıyla birlikte firma bilgilerine yazın.",
        Source = "GİB yevmiye şematronu Y22; VKN ve TCKN kontrol hanesi kuralı",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (!TaxpayerId.IsValid(context.Company.TaxId))
            findings.Add(this, "taxId", ("vkn", Wording.OrEmpty(context.Company.TaxId)));
    }
}
