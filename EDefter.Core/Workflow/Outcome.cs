using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Workflow;

/// <summary>The result of an act, or the refusal to do it. Faults are exceptions and never stand here.</summary>
public readonly record struct Outcome<T>
    where T : class
{
    // Invariant: exactly one of Value and Refusal is set.
    private Outcome(T? value, Refusal? refusal)
    {
        Value = value;
        Refusal = refusal;
    }

    public T? Value { get; }

    public Refusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Refusal))]
    [MemberNotNullWhen(false, nameof(Value))]
    public bool IsRefused => Refusal is not null;

    public static implicit operator Outcome<T>(T value) => new(value, refusal: null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(value: null, refusal);
}
