namespace EDefter.Core.Journal;

/// <summary>
/// The numbers of one month. An empty month holds an empty range: <see cref="Last"/> = <see cref="First"/> − 1.
/// Hashes are written <c>sha256:</c> and 64 hex digits.
/// </summary>
public sealed record Numbering
{
    /// <summary>First madde no of the month: the previous month's last + 1.</summary>
    public required long First { get; init; }

    public required long Last { get; init; }

    /// <summary>First satır no of the month.</summary>
    public required long FirstLine { get; init; }

    public required long LastLine { get; init; }

    /// <summary>Entries: as many as vouchers of the book, and more where some are divided.</summary>
    public required long Vouchers { get; init; }

    public required long Lines { get; init; }

    public required decimal Debit { get; init; }

    public required decimal Credit { get; init; }

    /// <summary>Hash over the entries in order: id, content, number, first line, lines.</summary>
    public required string Order { get; init; }

    /// <summary>The previous month's <see cref="Chain"/>; the hash of nothing for the first month of a fiscal year.</summary>
    public required string Previous { get; init; }

    /// <summary>Hash over book, period, previous, order and totals.</summary>
    public required string Chain { get; init; }

    public IReadOnlyList<DayStart> Days { get; init; } = [];
}
