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

    public required string Header { get; init; }

    /// <summary>What stands for an empty value; null takes <see cref="ValueFormat.Empty"/>.</summary>
    public string? Empty { get; init; }

    /// <summary>A longer value is refused; null for no limit.</summary>
    public int? CharactersMax { get; init; }

    /// <summary>Date format of this column; null takes <see cref="ValueFormat.DateFormat"/>.</summary>
    public string? DateFormat { get; init; }

    /// <summary>Workbook only: width in characters.</summary>
    public double Width { get; init; } = 14;

    public FieldNature Nature => Field is { } canonical ? canonical.NatureOf() : FieldNature.Code;
}
