namespace EDefter.Core.Rules.Fir;

/// <summary>An accountant without the description of the contract. Who keeps the books in house writes "-"; no accountant at all is FIR007’s.</summary>
public sealed class Fir008Engagement : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR008",
        Severity = Severity.Error,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.B,
        Message = "Sözleşme açıklaması boş (bünyede tutuluyorsa \"-\"): {musavir}.",
        Remedy = "Firma bilgilerinde müşavirin sözleşmesini \"SMMM sözleşmesi, tarih, numara\" biçiminde yazın; defter bünyede tutuluyorsa \"-\" yazın.",
        Source = "GİB yevmiye şematronu Y70; GİB e-Defter Uygulama Kılavuzu 6",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        foreach (var accountant in context.Company.Accountants)
        {
            if (string.IsNullOrWhiteSpace(accountant.Engagement))
                findings.Add(this, "accountants.engagement", ("musavir", string.IsNullOrWhiteSpace(accountant.Name) ? "adı yazılmamış müşavir" : accountant.Name));
        }
    }
}
