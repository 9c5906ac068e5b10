namespace EDefter.Tests.Formats.Print;

/// <summary>A numbered page as a reader sees it: its number, its head, and the lines of its table from top to bottom.</summary>
internal sealed record PrintedPage(long Number, IReadOnlyList<string> Head, IReadOnlyList<PrintedLine> Lines);
