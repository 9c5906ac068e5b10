using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Formats;

namespace EDefter.Core.Workflow.Register;

/// <summary>
/// The texts of a profile that stand in the documents of every month. What no document can hold is refused where it is written, by whoever is at the form, and not months later at
/// the archive.
/// </summary>
internal static class CompanyTexts
{
    /// <returns>The refusal of the first text that no XML can hold, which names its member; or null.</returns>
    public static Refusal? FaultIn(Company company)
    {
        foreach (var (member, name, text) in TextsOf(company))
        {
            if (XmlText.FirstIllegal(text) is not { } character)
                continue;
            var shown = character.ToString("X4", CultureInfo.InvariantCulture);
            return Refusals.InvalidCompany(member, $"{name} alanında belgelere yazılamayan, görünmeyen bir karakter var (U+{shown}). Alanı silip elle yeniden yazın.");
        }

        return null;
    }

    private static IEnumerable<(string Member, string Name, string? Text)> TextsOf(Company company)
    {
        yield return ("title", "Unvan", company.Title);
        yield return ("personName", "Ad soyad", company.PersonName);
        yield return ("naceCode", "Faaliyet kodu", company.NaceCode);
        yield return ("address.street", "Cadde, sokak", company.Address?.Street);
        yield return ("address.buildingNumber", "Bina no", company.Address?.BuildingNumber);
        yield return ("address.postalCode", "Posta kodu", company.Address?.PostalCode);
        yield return ("address.city", "Şehir", company.Address?.City);
        yield return ("address.country", "Ülke", company.Address?.Country);
        yield return ("phone", "Telefon", company.Phone);
        yield return ("fax", "Faks", company.Fax);
        yield return ("email", "E-posta", company.Email);
        yield return ("website", "Web adresi", company.Website);
        yield return ("sourceApplication", "Kaynak yazılım", company.SourceApplication);
        yield return ("repairPolicy.enteredByDefault", "Kaydeden yoksa yazılacak ad", company.RepairPolicy.EnteredByDefault);
        foreach (var (place, branch) in company.Branches.Index())
            yield return ($"branches.{place}.name", "Şube adı", branch.Name);
        foreach (var (place, accountant) in company.Accountants.Index())
        {
            var at = $"accountants.{place}.";
            yield return (at + "name", "Muhasebecinin adı", accountant.Name);
            yield return (at + "title", "Muhasebecinin unvanı", accountant.Title);
            yield return (at + "engagement", "Muhasebecinin sözleşmesi", accountant.Engagement);
            yield return (at + "contractNumber", "Muhasebecinin sözleşme numarası", accountant.ContractNumber);
            yield return (at + "phone", "Muhasebecinin telefonu", accountant.Phone);
            yield return (at + "fax", "Muhasebecinin faksı", accountant.Fax);
            yield return (at + "email", "Muhasebecinin e-postası", accountant.Email);
        }
    }
}
