using EDefter.Core.Companies;

namespace EDefter.Functions.Keys;

/// <summary>As much of a company as a list of companies shows; its tax number is not among it.</summary>
public sealed record SessionCompany(string Id, string? Title, bool EDefter, IReadOnlyList<Branch> Branches, IReadOnlyList<FiscalYear> FiscalYears)
{
    public static SessionCompany Of(Company company) => new(company.Id, company.Title ?? company.PersonName, company.EDefter, company.Branches, company.FiscalYears);
}
