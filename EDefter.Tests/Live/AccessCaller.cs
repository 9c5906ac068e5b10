namespace EDefter.Tests.Live;

/// <summary>Somebody who knocks: what he is, and what he shows.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Role">The role that his key or token gives him; null when it opens nothing.</param>
/// <param name="Client">Carries the key or token.</param>
/// <param name="Refusal">What he hears when it opens nothing.</param>
public sealed record AccessCaller(string Name, string? Role, HttpClient Client, string Refusal = "401 unauthenticated")
{
    /// <summary>The company that is his; null: the one that the test calls its own.</summary>
    public string? Company { get; init; }
}
