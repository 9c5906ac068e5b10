using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>
/// What a person approved of a plan. On the wire <c>"all"</c>, <c>{ "classes": ["A", "B"] }</c>, <c>{ "rules": ["BEL003"] }</c>,
/// <c>{ "changes": [1, 2, { "n": 7, "choose": "…" }] }</c>, or some of these together.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(AcceptanceJsonConverter))]
public sealed record Acceptance
{
    /// <summary>Every change of classes A and B. Never class C: that takes a choice.</summary>
    public static Acceptance All { get; } = new() { Classes = [RepairClass.A, RepairClass.B] };

    /// <summary>Whole classes; changes of them that hang on something not accepted are left out and told.</summary>
    public IReadOnlyList<RepairClass> Classes { get; init; } = [];

    /// <summary>Every change of classes A and B that these rules ask for; of class C those still take a choice each. What hangs on something not accepted is left out and told.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Changes by number; one that requires something not accepted is refused.</summary>
    public IReadOnlyList<AcceptedChange> Changes { get; init; } = [];

    public static Acceptance Of(params int[] numbers) => new() { Changes = [.. numbers.Select(static number => new AcceptedChange(number))] };
}
