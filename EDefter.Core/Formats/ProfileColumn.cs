using EDefter.Core.Vouchers;

namespace EDefter.Core.Formats;

/// <summary>One column of a format: what stands in it, under which header, in which form.</summary>
public sealed record ProfileColumn
{
    // Invariant: exactly one of Field, Parameter and Constant is set.

    /// <summary>The canonical field.</summary>
    public CanonicalField? Field { get; init; }

    /// <summary>A value the company may choose, with its default in <see cref="Profile.Parameters"/>.</summary>
    public string? Parameter { get; init; }

    /// <summary>The same text in every row.</summary>
    public string? Constant { get; init; }

    /// <summary>Name of the column; where the format has no header, what people call it.</summary>
    public required string Header { get; init; }

    /// <summary>What stands for an empty value; null takes <see cref="ValueFormat.Empty"/>.</summary>
    public string? Empty { get; init; }

    /// <summary>What is written instead of a value that is there; null writes the value.</summary>
    public string? Filled { get; init; }

    /// <summary>Filled on lines of one side only, empty on the others; null on both. Line rows only.</summary>
    public VoucherSide? OnlyOn { get; init; }

    /// <summary>
    /// A field of the line that the format knows once per entry: the value that the entry's lines share. Two lines with different values
    /// cannot be written (<see cref="UnwritableReason.SeveralValues"/>).
    /// </summary>
    public bool PerEntry { get; init; }

    /// <summary>A longer value is refused; null for no limit.</summary>
    public int? CharactersMax { get; init; }

    /// <summary>Date format of this column (<see cref="DateForm"/>); null takes <see cref="ValueFormat.DateFormat"/>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Workbook only: width in characters.</summary>
    public double Width { get; init; } = 14;

    public FieldNature Nature => Field is { } canonical ? canonical.NatureOf() : FieldNature.Code;
}
