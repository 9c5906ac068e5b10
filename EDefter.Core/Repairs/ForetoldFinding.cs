using System.Text.Json.Serialization;

namespace EDefter.Core.Repairs;

/// <summary>Something a rule will say only because of the plan.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="VoucherId">The voucher, or null for the month.</param>
/// <param name="Message">What it will say, Turkish.</param>
public sealed record ForetoldFinding(string Rule, string? VoucherId, string Message)
{
    /// <summary>Number of the change of class C whose choice it presupposes, with what follows from that choice; absent where classes A and B alone bring it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Choice { get; init; }
}
