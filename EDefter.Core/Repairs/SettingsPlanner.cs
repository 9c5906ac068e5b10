using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Collects what a plan changes in the company's chart of accounts and profile: each member once, however many findings ask for it.</summary>
internal sealed class SettingsPlanner(RepairContext context, RepairBook repairs)
{
    private readonly SortedDictionary<string, SortedDictionary<string, (ChartRepair Repair, ChartProposal Proposal)>> chart = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (CompanyRepair Repair, CompanyProposal Proposal)> company = new(StringComparer.Ordinal);

    /// <returns>Whether something is on offer for the finding.</returns>
    public bool Offer(Finding finding)
    {
        if (repairs.FindChart(finding.Rule) is { } ofChart)
            return OfferForChart(ofChart, finding);
        if (repairs.FindCompany(finding.Rule) is not { } ofCompany)
            return false;
        var proposals = ofCompany.Propose(context.Check.Company);
        foreach (var proposal in proposals)
            company.TryAdd(proposal.Field, (ofCompany, proposal));
        return proposals.Count > 0;
    }

    /// <summary>The changes in the order of accounts and members, numbered from the next number on.</summary>
    public IEnumerable<Change> Changes(Func<int> nextNumber)
    {
        var changes = new List<Change>();
        var creations = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (repair, proposal) in chart.Values.SelectMany(static members => members.Values))
        {
            var number = nextNumber();
            if (proposal is { Member: ChartField.Name, Before: null })
                creations[proposal.Account] = number;
            // An account comes after the level above it, because its code is longer.
            changes.Add(ChangeOf(repair, proposal, number) with { Requires = proposal.Needs is { } needs && creations.TryGetValue(needs, out var level) ? [level] : [] });
        }

        foreach (var (repair, proposal) in company.Values)
            changes.Add(ChangeOf(repair, proposal, nextNumber()));
        return changes;
    }

    private bool OfferForChart(ChartRepair repair, Finding finding)
    {
        if (repair.Propose(finding, context) is not { } proposal)
            return false;
        if (!chart.TryGetValue(proposal.Account, out var members))
            chart[proposal.Account] = members = new SortedDictionary<string, (ChartRepair, ChartProposal)>(StringComparer.Ordinal);
        members.TryAdd(proposal.Member, (repair, proposal));
        return true;
    }

    private static Change ChangeOf(ChartRepair repair, ChartProposal proposal, int number) => new()
    {
        N = number,
        Rule = repair.Code,
        Class = repair.Class,
        Kind = ChangeKind.Set,
        Target = RuleTarget.Chart,
        Field = new ChartField(proposal.Account, proposal.Member).ToString(),
        Before = proposal.Before,
        After = proposal.After,
        Why = proposal.Why,
        Candidates = proposal.Candidates,
    };

    private Change ChangeOf(CompanyRepair repair, CompanyProposal proposal, int number) => new()
    {
        N = number,
        Rule = repair.Code,
        Class = repair.Class,
        Kind = ChangeKind.Set,
        Target = RuleTarget.Company,
        Field = proposal.Field,
        Before = CompanyField.Read(context.Check.Company, proposal.Field),
        After = proposal.After,
        Why = proposal.Why,
        Candidates = proposal.Candidates,
    };
}
