namespace EDefter.Core.Workflow.Archiving;

/// <summary>In which format an archive is asked for.</summary>
/// <param name="Profile">The integrator's format; absent: the company's own choice, else <c>edefter</c>.</param>
/// <param name="AcceptUnverified">The caller knows that a format of confidence "single" rests on one source.</param>
/// <param name="Parameters">Values of the profile's parameters; those that are absent keep the profile's defaults.</param>
public sealed record ArchiveChoice(string? Profile, bool AcceptUnverified, IReadOnlyDictionary<string, string>? Parameters);
