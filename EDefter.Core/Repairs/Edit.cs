namespace EDefter.Core.Repairs;

/// <summary>One step of a <see cref="Proposal"/>: what a <see cref="Change"/> will be once the planner has read what stands there now.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Line">1-based line as the voucher stands, or null for the head.</param>
/// <param name="Field">Member as on the wire; <see cref="LinesField"/> for a line that is divided, left out or added.</param>
/// <param name="After">What will stand there; null for nothing.</param>
/// <param name="Why">Turkish sentence with the reason.</param>
public sealed record Edit(ChangeKind Kind, int? Line, string Field, string? After, string Why)
{
    /// <summary>The member that a change of whole lines names.</summary>
    public const string LinesField = "lines";

    /// <summary>The member that a division of the voucher names.</summary>
    public const string PartsField = "parts";

    /// <summary>For a division: which lines form which entry.</summary>
    public IReadOnlyList<ChangePart>? Parts { get; init; }

    public static Edit Set(int? line, string field, string? after, string why) => new(ChangeKind.Set, line, field, after, why);

    /// <summary>Moves, removes or adds whole lines, so that the places of other lines may shift.</summary>
    public bool IsStructural => Kind == ChangeKind.SplitLine;

    /// <summary>Divides the voucher into entries. No line moves.</summary>
    public bool IsDivision => Kind == ChangeKind.SplitVoucher;
}
