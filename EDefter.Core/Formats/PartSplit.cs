namespace EDefter.Core.Formats;

/// <summary>When a new part begins although the present one has room.</summary>
public enum PartSplit
{
    /// <summary>Never: the archive of a month is one part unless a limit splits it.</summary>
    Month,

    /// <summary>With each day that has entries.</summary>
    Day,
}
