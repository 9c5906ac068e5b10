using System.Text.Json.Serialization;
using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>One change of a plan: what stood there, what will stand there, and why.</summary>
public sealed record Change
{
    /// <summary>1-based number in the plan; people accept changes by it.</summary>
    public required int N { get; init; }

    public required string Rule { get; init; }

    public required RepairClass Class { get; init; }

    public required ChangeKind Kind { get; init; }

    public required RuleTarget Target { get; init; }

    /// <summary>The voucher, for target Voucher.</summary>
    public string? VoucherId { get; init; }

    public string? VoucherNumber { get; init; }

    /// <summary>1-based line as the voucher stands when this change is applied in order; null for the head.</summary>
    public int? Line { get; init; }

    /// <summary>Member as on the wire: <c>document.type</c>; for a chart change <c>accounts[153].name</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What stands there; null for nothing.</summary>
    public string? Before { get; init; }

    /// <summary>What will stand there; null for nothing. For class C null until a person chooses one of <see cref="Candidates"/>.</summary>
    public string? After { get; init; }

    /// <summary>For a division of a voucher: which lines form which entry, what <see cref="After"/> says in words. Absent for every other change.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ChangePart>? Parts { get; init; }

    /// <summary>Turkish sentence with the reason.</summary>
    public required string Why { get; init; }

    /// <summary>Class C: what a person may choose from.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>Numbers of the changes that must be accepted for this one to make sense (a repair that follows from another repair).</summary>
    public IReadOnlyList<int> Requires { get; init; } = [];
}
