namespace EDefter.Core.Workflow.Access;

/// <summary>Who stands behind a request.</summary>
/// <param name="KeyId">The key that was used, <c>admin</c> for the configured admin key, <c>entra-</c> and the directory's id of a person who signed in.</param>
/// <param name="Grants">What he may do where, at least one, the strongest first. A key has one; a person who signed in may have several.</param>
public sealed record Caller(string KeyId, IReadOnlyList<Grant> Grants)
{
    public const string AdminKeyId = "admin";

    public Caller(string keyId, Role role, string? company)
        : this(keyId, [new Grant(role, company)])
    {
    }

    /// <summary>The strongest role.</summary>
    public Role Role => Grants[0].Role;

    /// <summary>The companies that are named; null when he reaches all of them.</summary>
    public IReadOnlyList<string>? Companies =>
        Grants.Any(grant => grant.Role == Role.Admin) ? null : [.. Grants.Select(grant => grant.Company).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The admin reaches every company; everybody else those of his grants.</summary>
    public bool Reaches(string company) => Grants.Any(grant => grant.Reaches(company));

    /// <summary>The same caller with what counts in a company; null when nothing does.</summary>
    public Caller? At(string company) => With(grant => grant.Reaches(company));

    /// <summary>The same caller with the roles that an act asks for; null when he has none of them.</summary>
    public Caller? As(IReadOnlyList<Role> roles) => With(grant => roles.Contains(grant.Role));

    private Caller? With(Func<Grant, bool> counts)
    {
        Grant[] left = [.. Grants.Where(counts)];
        return left.Length == 0 ? null : new Caller(KeyId, left);
    }
}
