namespace EDefter.Core.Formats;

/// <summary>What was done to an explanatory text so that it fits the format.</summary>
public enum AdjustmentKind
{
    /// <summary>A separator, quote or line break was replaced.</summary>
    Replaced,

    /// <summary>A character that the encoding lacks was substituted.</summary>
    Substituted,

    /// <summary>A text longer than its column was cut after a word.</summary>
    Shortened,
}
