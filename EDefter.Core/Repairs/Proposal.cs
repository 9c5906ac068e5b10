namespace EDefter.Core.Repairs;

/// <summary>What a repair offers for one finding: edits that only make sense together, all or none.</summary>
public sealed record Proposal(IReadOnlyList<Edit> Edits)
{
    /// <summary>Members that the proposal was derived from without changing them (<c>module</c>): where an earlier change wrote them, this one depends on it.</summary>
    public IReadOnlyList<FieldPlace> Reads { get; init; } = [];

    public static Proposal Of(params Edit[] edits) => new(edits);
}
