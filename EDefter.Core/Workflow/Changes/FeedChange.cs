using EDefter.Core.Repairs;

namespace EDefter.Core.Workflow.Changes;

/// <summary>A changed member as the ERP should carry it out.</summary>
/// <param name="Rule">The rule that asked for it.</param>
/// <param name="Kind">As in the plan.</param>
/// <param name="Line">1-based line, or null for the head.</param>
/// <param name="Field">Member as on the wire.</param>
/// <param name="Before">What stood there.</param>
/// <param name="After">What stands there now.</param>
public sealed record FeedChange(string Rule, ChangeKind Kind, int? Line, string Field, string? Before, string? After)
{
    /// <summary>The entries that a voucher was divided into.</summary>
    public IReadOnlyList<ChangePart>? Parts { get; init; }
}
