namespace EDefter.Core.Rules;

/// <summary>What a check says at its end; its findings were handed out as they came.</summary>
public sealed record CheckResult
{
    public required CheckTotals Totals { get; init; }

    /// <summary>One row per check-phase rule, in the order of codes.</summary>
    public required IReadOnlyList<RuleCoverage> Coverage { get; init; }

    public required int Errors { get; init; }

    public required int Warnings { get; init; }

    public required int Infos { get; init; }
}
