namespace EDefter.Core.Rules.Fir;

/// <summary>Phone, e-mail or web address of the company missing; each is told by itself.</summary>
public sealed class Fir005ContactIncomplete : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR005",
        Severity = Severity.Warning,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.C,
        Message = "Firma {alan} bilgisi boş.",
        Remedy = "Firma bilgilerine telefonu, e-posta adresini ve web sitesini yazın.",
        Source = "GİB yevmiye şematronu Y45–Y46, Y63, Y71–Y73",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        Judge(context.Company.Phone, "phone", "telefon", findings);
        Judge(context.Company.Email, "email", "e-posta", findings);
        Judge(context.Company.Website, "website", "web sitesi", findings);
    }

    private void Judge(string? value, string field, string name, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(value))
            findings.Add(this, field, ("alan", name));
    }
}
