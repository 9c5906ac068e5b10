using EDefter.Core.Companies;

namespace EDefter.Core.Rules.Fir;

/// <summary>A part of the company’s address that is missing; each is told by itself.</summary>
public sealed class Fir004AddressIncomplete : CompanyRule
{
    public override RuleInfo Info { get; } = new()
    {
        Code = "FIR004",
        Severity = Severity.Warning,
        Target = RuleTarget.Company,
        RepairClass = RepairClass.C,
        Message = "Firma adresinde {alan} boş.",
        Remedy = "Firma bilgilerinde adresi vergi levhasındaki gibi tamamlayın: bina no, sokak, şehir, posta kodu, ülke.",
        Source = "GİB yevmiye şematronu Y57–Y62",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        var address = context.Company.Address ?? new Address();
        Judge(address.BuildingNumber, "address.buildingNumber", "bina no", findings);
        Judge(address.Street, "address.street", "sokak", findings);
        Judge(address.City, "address.city", "şehir", findings);
        Judge(address.PostalCode, "address.postalCode", "posta kodu", findings);
        Judge(address.Country, "address.country", "ülke", findings);
    }

    private void Judge(string? part, string field, string name, FindingSink findings)
    {
        if (string.IsNullOrWhiteSpace(part))
            findings.Add(this, field, ("alan", name));
    }
}
