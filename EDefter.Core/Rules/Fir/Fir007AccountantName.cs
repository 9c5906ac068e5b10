namespace EDefter.Core.Rules.Fir;

/// <summary>No accountant at all, or one without a name.</summary>
public sealed class Fir007AccountantName : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR007",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.C,
        Message = "SM/SMMM/muhasebe yetkilisi adı boş.",
        Remedy = "Firma bilgilerine defteri tutan SM/SMMM/YMM’nin, bünyede tutuluyorsa muhasebe yetkilisinin adını yazın.",
        Source = "GİB yevmiye şematronu Y68–Y69",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (context.Company.Accountants.Count == 0)
            findings.Add(this, "accountants");
        foreach (var accountant in context.Company.Accountants)
        {
            if (string.IsNullOrWhiteSpace(accountant.Name))
                findings.Add(this, "accountants.name");
        }
    }
}
