namespace EDefter.Core.Rules;

/// <summary>What is published of a rule. Codes are public: append-only, never reused.</summary>
public sealed record RuleInfo
{
    /// <summary>Three letters and three digits: <c>FIS001</c>.</summary>
    public required string Code { get; init; }

    public required Severity Severity { get; init; }

    public RulePhase Phase { get; init; } = RulePhase.Check;

    public RuleTarget Target { get; init; } = RuleTarget.Voucher;

    public RepairClass RepairClass { get; init; } = RepairClass.N;

    /// <summary>Turkish sentence with places for values in braces: <c>{fisNo}</c>. Every place is filled by the rule.</summary>
    public required string Message { get; init; }

    /// <summary>Turkish sentence that says what to do; may carry the same places as <see cref="Message"/>.</summary>
    public required string Remedy { get; init; }

    /// <summary>Law, guide or schematron line the rule rests on.</summary>
    public required string Source { get; init; }
}
