namespace EDefter.Core.Formats.Gib;

/// <summary>The authority's documents of a month (Teknik Kılavuz 2.4.1).</summary>
public enum GibDocument
{
    /// <summary>Y: Yevmiye Defteri.</summary>
    Journal,

    /// <summary>YB: its berat.</summary>
    JournalBerat,

    /// <summary>K: Defter-i Kebir.</summary>
    Ledger,

    /// <summary>KB: its berat.</summary>
    LedgerBerat,

    /// <summary>DR: Defter Raporu Beratı of the whole month.</summary>
    Report,
}
