namespace EDefter.Core.Formats;

/// <summary>What a writer knows of a file it has ended.</summary>
/// <param name="Rows">Rows written, header rows not counted.</param>
/// <param name="Content">SHA-256 over the uncompressed inner parts; null where the file has none and its own bytes are its identity.</param>
internal sealed record FileResult(long Rows, string? Content);
