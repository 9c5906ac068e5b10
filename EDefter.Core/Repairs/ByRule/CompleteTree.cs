using EDefter.Core.Rules;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>HES007: the level above an account that the chart lacks is created, named by the uniform chart or by what stands above it. No movement is touched.</summary>
internal sealed class CompleteTree : ChartRepair
{
    private const string ReasonPlace = "neden";

    public override string Code => "HES007";

    public override RepairClass Class => RepairClass.B;

    public override ChartProposal? Propose(Finding finding, RepairContext context)
    {
        if (!finding.Values.TryGetValue(AccountPlace, out var account) || ChartLevels.MissingAbove(account, context) is not { } level)
            return null;
        // An account outside its main account is told by the same rule; there the code is wrong, and no level above helps.
        return finding.Values.GetValueOrDefault(ReasonPlace)?.Contains(level.Account, StringComparison.Ordinal) == true && account.StartsWith(level.Account, StringComparison.Ordinal) ? level : null;
    }
}
