namespace EDefter.Core.Repairs;

/// <summary>What a person may choose from.</summary>
/// <param name="Kind">What is done with the choice.</param>
/// <param name="Line">1-based line, or null for the head.</param>
/// <param name="Field">Member as on the wire.</param>
/// <param name="Candidates">Values that the member may get, the likeliest first; never empty.</param>
/// <param name="Why">Turkish sentence that says what each candidate means.</param>
public sealed record Choice(ChangeKind Kind, int? Line, string Field, IReadOnlyList<string> Candidates, string Why)
{
    /// <summary>The candidate that leaves the member empty.</summary>
    public const string Nothing = "";

    /// <summary>See <see cref="Proposal.Reads"/>.</summary>
    public IReadOnlyList<FieldPlace> Reads { get; init; } = [];

    /// <summary>Derived from the amounts of all lines, so that it depends on every change of an amount.</summary>
    public bool ReadsAmounts { get; init; }
}
