namespace EDefter.Core.Formats.Gib;

/// <summary>The entries that a document is made of: those of its part, or all of the month.</summary>
/// <param name="First">First yevmiye madde no.</param>
/// <param name="Last">Last yevmiye madde no.</param>
/// <param name="FirstLine">First satır no.</param>
/// <param name="LastLine">Last satır no.</param>
/// <param name="Total">Σ debit = Σ credit, lira.</param>
public sealed record GibCoverage(long First, long Last, long FirstLine, long LastLine, decimal Total)
{
    public long Lines => LastLine - FirstLine + 1;

    internal static GibCoverage Of(GibPart part) =>
        new(part.Entries[0].Number, part.Entries[^1].Number, part.Entries[0].Lines[0].Number, part.Entries[^1].Lines[^1].Number, part.Entries.Sum(entry => entry.Total));

    /// <summary>This and what follows it.</summary>
    internal GibCoverage With(GibCoverage next) => new(First, next.Last, FirstLine, next.LastLine, Total + next.Total);
}
