namespace EDefter.Core.Sealing.Difference;

/// <summary>What became of a voucher between two archives of its month.</summary>
public enum EntryChangeKind
{
    Added,
    Removed,
    Changed,
}
