namespace EDefter.Core.Rules.Trails;

/// <summary>What may have gone wrong in an unbalanced voucher, the likeliest first: figures that contradict each other come before mere coincidences.</summary>
internal enum SlipKind
{
    /// <summary>The lira of a line are not its foreign amount by its rate.</summary>
    Exchange,

    /// <summary>KDV that was rounded line by line against KDV of the total, or that is not its base by its rate.</summary>
    Vat,

    /// <summary>Two lines of the same account, side and amount.</summary>
    Twin,

    /// <summary>A line on the wrong side.</summary>
    WrongSide,

    /// <summary>Two neighbouring digits changed places.</summary>
    SwappedNeighbours,

    /// <summary>The decimal point moved by one or two places.</summary>
    DecimalPoint,

    /// <summary>A line too many, or one whose counterpart is missing.</summary>
    WholeLine,

    /// <summary>Two digits that are no neighbours changed places.</summary>
    SwappedDigits,
}
