using EDefter.Core.Vouchers;

namespace EDefter.Core.Workflow.Ports;

/// <summary>Which vouchers a month holds, told without reading them: enough to say whether it is still the month that was looked at.</summary>
public sealed record MonthContents
{
    /// <summary>Hash over id and content of every live voucher, cancelled ones included, whatever order they arrived in.</summary>
    public required string Hash { get; init; }

    /// <summary>The last commit of the fiscal year that is in it.</summary>
    public required long Sequence { get; init; }

    /// <summary>Live vouchers whose version came with a commit later than the one asked for.</summary>
    public required long NewerCount { get; init; }

    /// <summary>One of them; null when there is none.</summary>
    public Voucher? Newer { get; init; }

    /// <summary>A voucher of the month that lives in another month of the fiscal year too; null when there is none, as there should be.</summary>
    public Voucher? Doubled { get; init; }
}
