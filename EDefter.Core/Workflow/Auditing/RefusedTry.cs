namespace EDefter.Core.Workflow.Auditing;

/// <summary>A try that was refused at the door, before any function saw it.</summary>
/// <param name="Company">The company it was aimed at, as the caller wrote it; null for none.</param>
/// <param name="Act">The function.</param>
/// <param name="Route">Method and template of the route.</param>
/// <param name="Key">Id of the key; null when it was none that is known.</param>
/// <param name="Role">Its role.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Reason">The refusal's type.</param>
public sealed record RefusedTry(string? Company, string Act, string? Route, string? Key, string? Role, int Status, string Reason);
