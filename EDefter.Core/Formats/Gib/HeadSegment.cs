namespace EDefter.Core.Formats.Gib;

/// <summary>What a berat says of its book, inside the context (Berat Kılavuzu 2.2.1–2.2.3); the report has its identity only.</summary>
/// <param name="Entries">Yevmiye maddeleri; null in the ledger's berat and in the report.</param>
/// <param name="UniqueId">UUID.</param>
/// <param name="BookBytes">Size of the book's file; null in the report.</param>
internal sealed record HeadSegment(long? Entries, string UniqueId, long? BookBytes);
