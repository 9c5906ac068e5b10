namespace EDefter.Core.Formats.Print;

/// <summary>The books that can be printed.</summary>
public enum PrintedBook
{
    /// <summary>Yevmiye defteri.</summary>
    Journal,

    /// <summary>Defter-i kebir (büyük defter).</summary>
    Ledger,

    /// <summary>Mizan.</summary>
    TrialBalance,
}
