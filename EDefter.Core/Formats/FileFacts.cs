using EDefter.Core.Companies;

namespace EDefter.Core.Formats;

/// <summary>The file-level values of a book's month.</summary>
public sealed record FileFacts
{
    public required string TaxId { get; init; }

    /// <summary>Four digits.</summary>
    public required string Branch { get; init; }

    public required Period Period { get; init; }

    public required FiscalYear FiscalYear { get; init; }

    /// <summary>1-based number of the part.</summary>
    public int Part { get; init; } = 1;

    public string? Creator { get; init; }

    /// <summary>The company as it was when the month was numbered; null where a profile needs nothing of it.</summary>
    public Company? Company { get; init; }

    /// <summary>The chain of the month's numbers: what a name with a time in it takes its time from.</summary>
    public string Chain { get; init; } = string.Empty;
}
