namespace EDefter.Core.Workflow.Uploads;

/// <summary>Where somebody may put one file to be imported.</summary>
/// <param name="Id">Names the upload in what follows.</param>
/// <param name="Url">A link to write one blob: it neither reads nor lists nor deletes.</param>
/// <param name="ExpiresAt">Until when it may be written.</param>
/// <param name="MaxBytes">A larger one is refused when it is imported.</param>
public sealed record UploadTicket(string Id, string Url, DateTimeOffset ExpiresAt, long MaxBytes);
