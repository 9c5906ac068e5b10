using EDefter.Core.Companies;

namespace EDefter.Core.Repairs;

/// <summary>
/// Muhasebe Bakım, shown before anything is done: every change with its before, after and reason. A value: the same vouchers,
/// rules and settings give the same plan and the same <see cref="Run"/>. Written and read by <see cref="RepairJson"/>.
/// </summary>
public sealed record RepairPlan
{
    /// <summary>Identity of the plan: 32 hex digits of a SHA-256 over everything else in it.</summary>
    public required string Run { get; init; }

    public required string Company { get; init; }

    public required string Branch { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The month, when exactly one whole month was looked at.</summary>
    public Period? Period { get; init; }

    /// <summary>The revision the vouchers were read at; applying is bound to it.</summary>
    public required long Revision { get; init; }

    public required string RulePack { get; init; }

    /// <summary>In order of <see cref="Change.N"/>, which runs 1, 2, 3 …; a voucher's changes apply in this order.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    /// <summary>One per rule that has changes, in order of codes.</summary>
    public required IReadOnlyList<RepairGroup> Groups { get; init; }

    /// <summary>The month's turnover of every account that the changes of class A and B alter, before and after, in ordinal order; class A alters none.</summary>
    public required IReadOnlyList<AccountEffect> Accounts { get; init; }

    /// <summary>Errors and warnings for which there is nothing on offer: a person mends them in the ERP. <see cref="Remaining"/> says which.</summary>
    public required long Unrepairable { get; init; }

    /// <summary>The findings without anything on offer by rule, in order of codes, those of severity info included.</summary>
    public required IReadOnlyList<RemainingFindings> Remaining { get; init; }

    /// <summary>What rules will say after all changes of class A and B, or after a choice and what follows from it, that they did not say before; mostly empty.</summary>
    public required IReadOnlyList<ForetoldFinding> Foretold { get; init; }
}
