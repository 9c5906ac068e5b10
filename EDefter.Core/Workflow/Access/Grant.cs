namespace EDefter.Core.Workflow.Access;

/// <summary>One role, and where it counts.</summary>
/// <param name="Role">What may be done.</param>
/// <param name="Company">In which company; null for an admin, whom every company knows.</param>
public sealed record Grant(Role Role, string? Company)
{
    // A role without a company reaches none, unless it is the admin's.
    public bool Reaches(string company) => Role == Role.Admin || string.Equals(Company, company, StringComparison.Ordinal);
}
