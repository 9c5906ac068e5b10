namespace EDefter.Storage.Log;

/// <summary>A month as the index has it.</summary>
/// <param name="Sequence">Everything up to this commit is in.</param>
/// <param name="Chunks">Chunks that were read for it, also those in which nothing lives any more.</param>
/// <param name="Days">The winners, by day and chunk.</param>
internal sealed record MonthSnapshot(long Sequence, int Chunks, SortedDictionary<DateOnly, Dictionary<string, List<Winner>>> Days);
