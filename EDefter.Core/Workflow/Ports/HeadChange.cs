using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Ports;

/// <summary>A change of one month's head, decided on what was read.</summary>
public sealed record HeadChange
{
    public required BookId Book { get; init; }

    public required FiscalYear Year { get; init; }

    public required Period Period { get; init; }

    /// <summary>
    /// Given the heads of the whole fiscal year as they stand (months never written to are absent), returns the month's new head, or a
    /// refusal. Called again when another writer came first; must be pure.
    /// </summary>
    public required Func<IReadOnlyDictionary<Period, MonthHead>, Outcome<MonthHead>> Decide { get; init; }

    /// <summary>Kind of the trail's row; null when the change is no act that changes a book (a check's stamp, an archive's name).</summary>
    public CommitKind? Kind { get; init; }

    public Actor? Actor { get; init; }

    public DateTimeOffset At { get; init; }

    public IReadOnlyList<BookNote> Notes { get; init; } = [];
}
