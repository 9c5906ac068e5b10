namespace EDefter.Core.Rules;

/// <summary>How freely a fault may be mended.</summary>
public enum RepairClass
{
    /// <summary>Never by software.</summary>
    N,

    /// <summary>Safe: the result follows from data already there; approved once for the whole plan.</summary>
    A,

    /// <summary>One derived candidate, approvable in bulk with its before and after.</summary>
    B,

    /// <summary>A person must choose between candidates.</summary>
    C,
}
