namespace EDefter.Core.Repairs;

/// <summary>A change of the company's profile.</summary>
/// <param name="Field">Member as on the wire: <c>accountants[0].engagement</c>.</param>
/// <param name="After">What it shall say; null when a person chooses from <see cref="Candidates"/>.</param>
/// <param name="Why">Turkish sentence with the reason.</param>
public sealed record CompanyProposal(string Field, string? After, string Why)
{
    /// <summary>Class C: what a person may choose from.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];
}
