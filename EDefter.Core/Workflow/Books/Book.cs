using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Books;

/// <summary>A book that was found: the company as it stands, the branch, and the versions that a check depends on.</summary>
/// <param name="Company">The profile.</param>
/// <param name="CompanyVersion">Its version, for conditional changes.</param>
/// <param name="Branch">Branch code.</param>
public sealed record Book(Company Company, string CompanyVersion, string Branch)
{
    public BookId Id => new(Company.Id, Branch);
}
