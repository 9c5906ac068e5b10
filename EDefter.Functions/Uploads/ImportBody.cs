namespace EDefter.Functions.Uploads;

/// <summary>Body of POST …/uploads/{id}/import; may be empty.</summary>
/// <param name="ContentType">How the upload is read; absent: as it was uploaded.</param>
/// <param name="Profile">Reading profile of a workbook or CSV.</param>
public sealed record ImportBody(string? ContentType, string? Profile);
