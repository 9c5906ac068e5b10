namespace EDefter.Core.Repairs;

/// <summary>A change of the chart of accounts. A name for an account that the chart lacks creates it; its place in the tree is what its code says.</summary>
/// <param name="Account">Account code.</param>
/// <param name="Member">Member of the account as on the wire: <c>name</c>, <c>activeFrom</c>, <c>activeTo</c>.</param>
/// <param name="Before">What the chart says: null when it has no such account or no such day, empty when the account has no name.</param>
/// <param name="After">What it shall say; null when a person chooses from <see cref="Candidates"/>.</param>
/// <param name="Why">Turkish sentence with the reason.</param>
public sealed record ChartProposal(string Account, string Member, string? Before, string? After, string Why)
{
    /// <summary>Class C: what a person may choose from, the likeliest first.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The account above this one, where it must be created by another change of the same plan; null when it is there.</summary>
    public string? Needs { get; init; }
}
