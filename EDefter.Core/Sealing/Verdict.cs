namespace EDefter.Core.Sealing;

/// <summary>What is said of an uploaded file.</summary>
public enum Verdict
{
    /// <summary>Every file holds what was sealed.</summary>
    Intact,

    /// <summary>It is ours, and something in it is not what was sealed.</summary>
    Altered,

    /// <summary>Nothing in it belongs to this archive.</summary>
    Unknown,
}
