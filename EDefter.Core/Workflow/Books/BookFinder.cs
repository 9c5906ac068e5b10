using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>Finds the book that a request names, or says what is wrong with the name.</summary>
public sealed class BookFinder(ICompanies companies)
{
    /// <summary>A company that names no branches has its head office.</summary>
    public async Task<Outcome<Book>> FindAsync(string company, string branch, CancellationToken cancellationToken)
    {
        var found = await companies.FindAsync(company, cancellationToken);
        if (found is null)
            return Refusals.UnknownCompany(company);
        var known = found.Value.Branches.Count == 0
            ? string.Equals(branch, Branch.HeadOffice, StringComparison.Ordinal)
            : found.Value.Branches.Any(candidate => string.Equals(candidate.Code, branch, StringComparison.Ordinal));
        return known ? new Book(found.Value, found.Version, branch) : Refusals.UnknownBranch(found.Value, branch);
    }
}
