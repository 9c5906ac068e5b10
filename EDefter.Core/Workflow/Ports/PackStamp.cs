namespace EDefter.Core.Workflow.Ports;

/// <summary>A month's live vouchers, gathered in full chunks: a second copy beside the log, which stays what it is. Whoever reads begins with it.</summary>
/// <param name="Sequence">The commit it was made after; later ones are read from the log.</param>
/// <param name="Staging">Names its chunks.</param>
/// <param name="Chunks">How many they are.</param>
/// <param name="Before">The copy that it replaced, for readers who have begun with it; null for the first.</param>
public sealed record PackStamp(long Sequence, string Staging, int Chunks, string? Before);
