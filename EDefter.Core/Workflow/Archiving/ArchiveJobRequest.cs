using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>What an archiving job was asked for.</summary>
/// <param name="Period">The month.</param>
/// <param name="Profile">The profile's id.</param>
/// <param name="ProfileHash">Names the content of a profile of the company's own as it was when the job was asked for; null for those that come with the product.</param>
/// <param name="Parameters">Values of the profile's parameters that were chosen; null where the profile's own stand.</param>
public sealed record ArchiveJobRequest(Period Period, string Profile, string? ProfileHash = null, IReadOnlyDictionary<string, string>? Parameters = null);
