using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Repairs;

/// <summary>The result of a repair act, or the refusal to do it.</summary>
public readonly record struct RepairOutcome<T>
    where T : class
{
    // Invariant: exactly one of Value and Refusal is set.
    private RepairOutcome(T? value, RepairRefusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public RepairRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator RepairOutcome<T>(T value) => new(value, refusal: null);

    public static implicit operator RepairOutcome<T>(RepairRefusal refusal) => new(value: null, refusal);
}
