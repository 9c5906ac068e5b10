using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>The changes that one rule asks for.</summary>
public sealed record RepairGroup
{
    public required string Rule { get; init; }

    public required RepairClass Class { get; init; }

    public required int Changes { get; init; }

    public required int Vouchers { get; init; }

    /// <summary>What the changes add to the turnover of each account, in ordinal order; empty for class A and for most of class B. Choices of class C are not counted before they are made.</summary>
    public required IReadOnlyList<AccountDifference> Accounts { get; init; }
}
