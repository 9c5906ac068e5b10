namespace EDefter.Core.Workflow.Uploads;

/// <summary>What an importing job was asked for.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Version">The very content that lay there when it was asked for.</param>
/// <param name="ContentType">How it is read.</param>
/// <param name="Profile">Reading profile of a table.</param>
public sealed record ImportRequest(string Upload, string Version, string? ContentType, string? Profile);
