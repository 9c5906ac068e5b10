namespace EDefter.Core.Repairs;

/// <summary>A name for an account of the chart.</summary>
/// <param name="Account">Account code.</param>
/// <param name="Before">What the chart says: null when it has no such account, empty when the account has no name.</param>
/// <param name="Name">The name it shall have.</param>
/// <param name="Why">Turkish sentence with the reason.</param>
public sealed record ChartProposal(string Account, string? Before, string Name, string Why);
