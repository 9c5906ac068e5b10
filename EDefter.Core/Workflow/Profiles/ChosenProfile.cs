using EDefter.Core.Formats;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>A profile as somebody named it.</summary>
/// <param name="Profile">Its content at this moment.</param>
/// <param name="Hash">Names the content where the profile is the company's own; null for those that come with the product.</param>
public sealed record ChosenProfile(Profile Profile, string? Hash);
