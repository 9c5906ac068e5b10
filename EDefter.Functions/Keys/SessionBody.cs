namespace EDefter.Functions.Keys;

/// <summary>Answer of GET …/session.</summary>
/// <param name="Role">The role; of somebody who signed in and has several, the strongest.</param>
/// <param name="Companies">The companies it reaches.</param>
/// <param name="SignedInBy"><c>key</c> or <c>token</c>.</param>
/// <param name="Key">The key; absent for the configured admin key and for somebody who signed in.</param>
/// <param name="Person">Of somebody who signed in: what the directory calls him.</param>
public sealed record SessionBody(string Role, IReadOnlyList<SessionCompany> Companies, string SignedInBy, SessionKey? Key, string? Person);
