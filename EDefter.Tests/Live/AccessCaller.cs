namespace EDefter.Tests.Live;

/// <summary>Somebody who knocks: what he is, and the key he shows.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Role">The role that his key gives him; null when it opens nothing.</param>
/// <param name="Client">Carries the key.</param>
public sealed record AccessCaller(string Name, string? Role, HttpClient Client);
