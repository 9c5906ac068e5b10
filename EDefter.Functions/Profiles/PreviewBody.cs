using System.Text.Json;

namespace EDefter.Functions.Profiles;

/// <summary>Body of POST …/profiles/preview.</summary>
/// <param name="Profile">The id of a profile, or a whole profile.</param>
/// <param name="Rows">Journal lines to show.</param>
public sealed record PreviewBody(JsonElement? Profile, int? Rows);
