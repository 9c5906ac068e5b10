namespace EDefter.Core.Workflow.Printing;

/// <summary>A file of a print as callers see it.</summary>
/// <param name="File">Name it is saved under.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Hash of its bytes.</param>
/// <param name="Pages">Pages with the cover; absent for a workbook.</param>
/// <param name="FirstPage">Number of the first page after the cover.</param>
/// <param name="LastPage">Number of the last page.</param>
/// <param name="Url">Read-only link; absent in lists.</param>
public sealed record PrintFileView(string File, long Bytes, string Sha256, int? Pages, long? FirstPage, long? LastPage, string? Url);
