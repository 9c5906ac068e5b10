namespace EDefter.Core.Sealing;

/// <summary>How a file differs from what was sealed.</summary>
public enum DifferenceKind
{
    Missing,
    Extra,
    Changed,
    Renamed,

    /// <summary>The file is broken, or larger than could be looked at.</summary>
    Unreadable,
}
