namespace EDefter.Core.Formats.Pdf;

/// <summary>What a PDF says of itself. Nothing here is a clock's or a chance's: the same heading and pages give the same bytes.</summary>
/// <param name="Title">Shown by readers in their window.</param>
/// <param name="Author">Whose document it is.</param>
/// <param name="Day">The day it speaks of; written as its date of creation.</param>
/// <param name="Identity">32 hex digits that follow from the content.</param>
/// <param name="CoverLabel">What readers show as the page number of the first page.</param>
/// <param name="FirstNumber">The number of the second page.</param>
internal sealed record PdfHeading(string Title, string Author, DateOnly Day, string Identity, string CoverLabel, long FirstNumber);
