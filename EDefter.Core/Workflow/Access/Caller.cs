namespace EDefter.Core.Workflow.Access;

/// <summary>Who stands behind a request.</summary>
/// <param name="KeyId">The key that was used; "admin" for the configured admin key.</param>
/// <param name="Role">Its role.</param>
/// <param name="Company">The company it was issued for; null for the admin.</param>
public sealed record Caller(string KeyId, Role Role, string? Company)
{
    public const string AdminKeyId = "admin";

    /// <summary>The admin reaches every company; every other key only its own.</summary>
    public bool Reaches(string company) => Role == Role.Admin || string.Equals(Company, company, StringComparison.Ordinal);
}
