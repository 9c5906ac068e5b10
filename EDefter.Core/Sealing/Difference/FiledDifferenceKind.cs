namespace EDefter.Core.Sealing.Difference;

/// <summary>How a yevmiye maddesi that was filed differs from the month.</summary>
public enum FiledDifferenceKind
{
    Changed,

    /// <summary>The filed book has it, the month does not.</summary>
    OnlyFiled,

    /// <summary>The month has it, the filed book does not.</summary>
    OnlyHere,

    /// <summary>A number, a date or an amount of the filed entry cannot be read.</summary>
    Unreadable,

    /// <summary>The filed entry's number is not after the one before it: repeated or out of order, so it is compared with nothing.</summary>
    OutOfOrder,
}
