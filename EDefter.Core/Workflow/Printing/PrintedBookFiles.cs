using EDefter.Core.Formats.Print;

namespace EDefter.Core.Workflow.Printing;

/// <summary>A book as it was written.</summary>
/// <param name="Files">Its files, read back.</param>
/// <param name="ShownByCode">Characters that the font lacks; null when there is none, as in every workbook.</param>
internal sealed record PrintedBookFiles(IReadOnlyList<PrintedFile> Files, IReadOnlyList<ShownByCode>? ShownByCode);
