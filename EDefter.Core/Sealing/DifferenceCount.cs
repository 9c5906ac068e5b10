namespace EDefter.Core.Sealing;

/// <summary>How often something was found, also where not every place is listed.</summary>
/// <param name="File">The file.</param>
/// <param name="Kind">What was found.</param>
/// <param name="Count">In cells, rows, columns, sheets or files, whatever the kind speaks of.</param>
public sealed record DifferenceCount(string File, DifferenceKind Kind, long Count);
