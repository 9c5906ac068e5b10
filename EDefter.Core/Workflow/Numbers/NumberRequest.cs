using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Numbers;

/// <summary>What a numbering job was asked for.</summary>
/// <param name="Period">The month.</param>
/// <param name="Revision">The revision the caller has seen (If-Match), or null.</param>
/// <param name="Order">The preview the caller has seen (its <c>order</c>), or null.</param>
public sealed record NumberRequest(Period Period, long? Revision, string? Order = null);
