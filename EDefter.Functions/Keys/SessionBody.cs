namespace EDefter.Functions.Keys;

/// <summary>Answer of GET …/session.</summary>
/// <param name="Role">The key's role.</param>
/// <param name="Companies">The companies it reaches.</param>
public sealed record SessionBody(string Role, IReadOnlyList<SessionCompany> Companies);
