using EDefter.Core.Companies;
using EDefter.Core.Workflow.Access;

namespace EDefter.Functions.Keys;

/// <summary>As much of a company as a list of companies shows; its tax number is not among it.</summary>
public sealed record SessionCompany(string Id, string? Title, bool EDefter, IReadOnlyList<Branch> Branches, IReadOnlyList<FiscalYear> FiscalYears, IReadOnlyList<string> Roles)
{
    public static SessionCompany Of(Company company, Caller caller) =>
        new(company.Id, company.Title ?? company.PersonName, company.EDefter, company.Branches, company.FiscalYears, [.. (caller.At(company.Id)?.Grants ?? []).Select(static grant => grant.Role.ToWire()).Distinct(StringComparer.Ordinal)]);
}
