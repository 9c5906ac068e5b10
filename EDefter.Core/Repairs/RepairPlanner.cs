using System.Security.Cryptography;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Makes the plan of a range: fed each voucher once (the days in order, the undated drawer whenever), ended once. A repair is tried only where
/// its rule speaks, is taken only when the rule then says less and no other rule says more than can be mended too, and what follows from a
/// repair is followed inside the plan. Nothing is changed: a plan is a proposal. Memory grows with the changes, not with the vouchers.
/// </summary>
public sealed class RepairPlanner
{
    // Two repairs that undo each other would go round for ever; no honest voucher needs a repair more often.
    private const int BatchesMax = 4;

    private readonly RepairContext context;
    private readonly RuleBook rules;
    private readonly RepairBook repairs;
    private readonly VoucherChecker checker;
    private readonly MonthPass[] passesBefore;
    private readonly MonthPass[] passesAfter;
    private readonly List<Finding> monthBefore = [];
    private readonly List<Finding> monthAfter = [];
    private readonly FindingSink sinkBefore;
    private readonly FindingSink sinkAfter;
    private readonly VoucherNumberSeries numbers = new();
    private readonly Dictionary<string, int> numberWriters = new(StringComparer.Ordinal);
    private readonly HashSet<string> divided = new(StringComparer.Ordinal);
    private readonly RepairTally tally = new();
    private readonly List<Change> changes = [];
    private readonly List<(Voucher Head, int First, int Count)> blocks = [];
    private readonly SortedDictionary<string, (ChartRepair Repair, ChartProposal Proposal)> chart = new(StringComparer.Ordinal);
    private readonly List<ForetoldFinding> foretold = [];
    private int numbered;
    private bool finished;

    /// <param name="context">What rules and repairs may know.</param>
    /// <param name="rules">Other rules than all of them; for tests.</param>
    /// <param name="repairs">Other repairs than all of them; for tests.</param>
    public RepairPlanner(CheckContext context, RuleBook? rules = null, RepairBook? repairs = null)
    {
        this.context = new RepairContext(context);
        this.rules = rules ?? RuleBook.Standard;
        this.repairs = repairs ?? RepairBook.Standard;
        checker = new VoucherChecker(context, this.rules);
        sinkBefore = new FindingSink(monthBefore.Add);
        sinkAfter = new FindingSink(monthAfter.Add);
        var monthRules = VoucherChecker.Running(this.rules, context).OfType<MonthRule>().ToArray();
        passesBefore = [.. monthRules.Select(rule => rule.Begin(context))];
        passesAfter = [.. monthRules.Select(rule => rule.Begin(context))];
    }

    /// <summary>Takes the next voucher of the range.</summary>
    /// <param name="voucher">The voucher as it stands in the log.</param>
    /// <param name="fromDrawer">It lies in the undated drawer.</param>
    public void Observe(Voucher voucher, bool fromDrawer = false)
    {
        if (finished)
            throw new InvalidOperationException("The plan has been made.");
        var findings = checker.Check(voucher);
        var mended = findings.Count == 0 ? voucher : Plan(voucher, findings);
        ObserveEntries(passesBefore, sinkBefore, voucher, fromDrawer);
        ObserveEntries(passesAfter, sinkAfter, mended, fromDrawer);
        ObserveNumbers(mended);
    }

    /// <summary>A fiş no of another month of the fiscal year, so that a number offered for FIS008 is free in the whole year.</summary>
    public void ObserveNumberElsewhere(string? number) => numbers.Observe(number);

    /// <summary>Ends the plan: the rules across the month speak, and what was collected once (names of accounts) is numbered.</summary>
    /// <param name="revision">Revision of the month that the vouchers were read at.</param>
    public RepairPlan Finish(long revision)
    {
        if (finished)
            throw new InvalidOperationException("The plan has been made.");
        finished = true;
        foreach (var pass in passesBefore)
            pass.Finish(sinkBefore);
        foreach (var pass in passesAfter)
            pass.Finish(sinkAfter);
        foreach (var rule in VoucherChecker.Running(rules, context.Check).OfType<CompanyRule>())
            rule.Check(context.Check, sinkAfter);
        Foretell();
        SortByVoucher();
        foreach (var finding in monthAfter)
            OfferForMonth(finding);
        foreach (var (repair, proposal) in chart.Values)
            Record(ChartChange(repair, proposal));
        return Identify(Compose(revision));
    }

    private static void ObserveEntries(MonthPass[] passes, FindingSink sink, Voucher voucher, bool fromDrawer)
    {
        foreach (var entry in VoucherFacts.EntriesOf(voucher))
            ObserveMonth(passes, sink, entry, fromDrawer);
    }

    // The number of a divided voucher is given by its entries; a new one for the whole of it would not be free for each.
    private void ObserveNumbers(Voucher voucher)
    {
        numbers.Observe(voucher.Number);
        if (!VoucherParts.IsDivided(voucher))
            return;
        divided.Add(voucher.Id);
        foreach (var part in VoucherParts.Of(voucher))
            numbers.Observe(part.Voucher.Number);
    }

    private static void ObserveMonth(MonthPass[] passes, FindingSink sink, VoucherFacts facts, bool fromDrawer)
    {
        foreach (var pass in passes)
        {
            if (fromDrawer)
            {
                if (facts.InBook)
                    pass.ObserveUndated(facts, sink);
            }
            else if (facts.InBook)
            {
                pass.Observe(facts, sink);
            }
            else
            {
                pass.ObserveCancelled(facts);
            }
        }
    }

    // The changes of one voucher: first what can be mended, then what a person must choose, then the count of what is left.
    private Voucher Plan(Voucher voucher, IReadOnlyList<Finding> findings)
    {
        var work = new VoucherWork(voucher);
        var left = Settle(work, findings);
        var mended = work.Current;
        ForetellVoucher(findings, left);
        OfferChoices(work, left);
        if (work.Changes.Count > 0)
            blocks.Add((voucher with { Lines = [] }, changes.Count, work.Changes.Count));
        foreach (var change in work.Changes)
            Record(change);
        tally.CountVouchers(work.Changes);
        if (work.WriterOf(new FieldPlace(Line: null, Renumbering.Field)) is { } writer)
            numberWriters[voucher.Id] = writer;
        return mended;
    }

    private IReadOnlyList<Finding> Settle(VoucherWork work, IReadOnlyList<Finding> findings)
    {
        while (TakeNext(work, findings) is { } after)
            findings = after;
        return findings;
    }

    // The first stage that has something useful to offer; null when none has.
    private IReadOnlyList<Finding>? TakeNext(VoucherWork work, IReadOnlyList<Finding> findings)
    {
        foreach (var stage in repairs.Stages)
        {
            var batch = Gather(work, stage, findings);
            if (batch.Count == 0)
                continue;
            var mended = VoucherEdits.Apply(work.Current, batch.SelectMany(static taken => taken.Proposal.Edits));
            var after = checker.Check(mended);
            var useful = IsUseful(batch, findings, VoucherFacts.Of(mended), after);
            foreach (var repair in batch.Select(static taken => taken.Repair).Distinct())
                work.CountBatch(repair.Code, useful ? 1 : BatchesMax);
            if (!useful)
                continue;
            tally.CountAmounts(batch, work.Current, mended);
            work.Take(batch, mended, NextNumber);
            return after;
        }

        return null;
    }

    private List<(Repair Repair, Proposal Proposal)> Gather(VoucherWork work, Repair[] stage, IReadOnlyList<Finding> findings)
    {
        var batch = new List<(Repair Repair, Proposal Proposal)>();
        var touched = new HashSet<FieldPlace>();
        VoucherFacts? facts = null;
        foreach (var repair in stage)
        {
            if (work.BatchesOf(repair.Code) >= BatchesMax)
                continue;
            foreach (var finding in findings)
            {
                if (finding.Rule != repair.Code || IsAnswered(touched, finding))
                    continue;
                facts ??= VoucherFacts.Of(work.Current);
                if (Sound(repair.Propose(facts, finding, context), work.Current) is { } proposal && Touch(touched, proposal))
                    batch.Add((repair, proposal));
                if (repair.IsForWholeVoucher)
                    break;
            }
        }

        // From the last line up, so that no structural change moves the line of another.
        if (stage[0].IsStructural)
            batch.Sort(static (left, right) => Nullable.Compare(right.Proposal.Edits[0].Line, left.Proposal.Edits[0].Line));
        return batch;
    }

    private static bool IsAnswered(HashSet<FieldPlace> touched, Finding finding) => finding.Field is { } field && touched.Contains(new FieldPlace(finding.Line, field));

    // What changes nothing is no change; what no file can carry is never written.
    private static Proposal? Sound(Proposal? proposal, Voucher voucher)
    {
        if (proposal is null || !proposal.Edits.All(static edit => LegalText.IsLegal(edit.After)))
            return null;
        var edits = proposal.Edits.Where(edit => edit.IsStructural || edit.IsDivision || !string.Equals(VoucherFields.Get(voucher, edit.Line, edit.Field), edit.After, StringComparison.Ordinal)).ToList();
        return edits.Count == 0 ? null : proposal with { Edits = edits };
    }

    // Two proposals for one member: the second waits, and is asked again when the first stands.
    private static bool Touch(HashSet<FieldPlace> touched, Proposal proposal)
    {
        foreach (var edit in proposal.Edits)
        {
            if (touched.Contains(new FieldPlace(edit.Line, edit.Field)))
                return false;
        }

        foreach (var edit in proposal.Edits)
            touched.Add(new FieldPlace(edit.Line, edit.Field));
        return true;
    }

    // Every rule of the batch says less, and no other says more.
    private bool IsUseful(List<(Repair Repair, Proposal Proposal)> batch, IReadOnlyList<Finding> before, VoucherFacts mended, IReadOnlyList<Finding> after) =>
        batch.Select(static taken => taken.Repair.Code).Distinct(StringComparer.Ordinal).All(code => CountOf(code, after) < CountOf(code, before)) && NothingElseSpeaks(rule: null, before, mended, after);

    // No rule but the given one says more than before, unless a repair answers it.
    private bool NothingElseSpeaks(string? rule, IReadOnlyList<Finding> before, VoucherFacts mended, IReadOnlyList<Finding> after)
    {
        var more = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var finding in after)
            more[finding.Rule] = more.GetValueOrDefault(finding.Rule) + 1;
        foreach (var finding in before)
            more[finding.Rule] = more.GetValueOrDefault(finding.Rule) - 1;
        foreach (var (code, count) in more)
        {
            if (count > 0 && code != rule && !after.Any(finding => finding.Rule == code && repairs.Find(code)?.Propose(mended, finding, context) is not null))
                return false;
        }

        return true;
    }

    private static int CountOf(string rule, IReadOnlyList<Finding> findings) => findings.Count(finding => finding.Rule == rule);

    private void ForetellVoucher(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var spoke = before.Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in after)
        {
            if (!spoke.Contains(finding.Rule))
                foretold.Add(new ForetoldFinding(finding.Rule, finding.VoucherId, finding.Message));
        }
    }

    private void OfferChoices(VoucherWork work, IReadOnlyList<Finding> left)
    {
        var facts = VoucherFacts.Of(work.Current);
        var offered = new HashSet<(string Rule, FieldPlace Place)>();
        var certain = new List<(Change Offer, Choice Choice)>();
        foreach (var finding in left)
        {
            var isOffered = false;
            foreach (var choice in repairs.FindChoice(finding.Rule)?.Offer(facts, finding, context) ?? [])
            {
                var sound = choice with { Candidates = [.. choice.Candidates.Where(candidate => IsSound(work.Current, left, finding.Rule, choice, candidate))] };
                if (sound.Candidates.Count == 0)
                    continue;
                isOffered = true;
                if (!offered.Add((finding.Rule, new FieldPlace(sound.Line, sound.Field))))
                    continue;
                var change = work.Offer(finding.Rule, sound, NextNumber());
                if (sound.Candidates.Count == 1)
                    certain.Add((change, sound));
            }

            if (!isOffered && !OfferForChart(finding))
                tally.CountRemaining(finding);
        }

        FollowChoice(work, certain);
    }

    // With one candidate it is known what follows from choosing it. It is followed after all choices were offered, because what follows may move
    // lines, and only for one choice of a voucher, because two could write the same member.
    private void FollowChoice(VoucherWork work, List<(Change Offer, Choice Choice)> certain)
    {
        foreach (var (offer, choice) in certain)
        {
            var fork = work.Fork(offer.N);
            fork.Suppose(new Edit(choice.Kind, choice.Line, choice.Field, choice.Candidates[0], choice.Why), offer.N);
            tally.Pause();
            Settle(fork, checker.Check(fork.Current));
            tally.Resume();
            work.Adopt(fork.Changes);
            if (fork.Changes.Count > 0)
                return;
        }
    }

    // A candidate is shown when no other rule would say more because of it, unless a repair answers.
    private bool IsSound(Voucher voucher, IReadOnlyList<Finding> before, string rule, Choice choice, string candidate)
    {
        var chosen = VoucherFacts.Of(VoucherEdits.Apply(voucher, [new Edit(choice.Kind, choice.Line, choice.Field, candidate, choice.Why)]));
        // In another month other rules will judge it.
        if (chosen.Date is { } date && (date < context.Check.From || date > context.Check.To))
            return true;
        return NothingElseSpeaks(rule, before, chosen, checker.Check(chosen.Voucher));
    }

    private bool OfferForChart(Finding finding)
    {
        if (repairs.FindChart(finding.Rule) is not { } repair || repair.Propose(finding, context) is not { } proposal)
            return false;
        chart.TryAdd(proposal.Account, (repair, proposal));
        return true;
    }

    private void OfferForMonth(Finding finding)
    {
        if (finding.Rule == Renumbering.Code && finding.VoucherId is { } voucher && !divided.Contains(voucher) && Renumbering.Offer(finding, numbers) is { } choice)
        {
            Record(new Change
            {
                N = NextNumber(),
                Rule = finding.Rule,
                Class = RepairClass.C,
                Kind = choice.Kind,
                Target = RuleTarget.Voucher,
                VoucherId = voucher,
                VoucherNumber = finding.VoucherNumber,
                Field = choice.Field,
                Before = LegalText.Show(finding.VoucherNumber),
                Why = choice.Why,
                Candidates = choice.Candidates,
                Requires = numberWriters.TryGetValue(voucher, out var writer) ? [writer] : [],
            });
            tally.CountVouchers([changes[^1]]);
        }
        else if (!OfferForChart(finding))
        {
            tally.CountRemaining(finding);
        }
    }

    private Change ChartChange(ChartRepair repair, ChartProposal proposal) => new()
    {
        N = NextNumber(),
        Rule = repair.Code,
        Class = repair.Class,
        Kind = ChangeKind.Set,
        Target = RuleTarget.Chart,
        Field = ChartField.Of(proposal.Account),
        Before = proposal.Before,
        After = proposal.Name,
        Why = proposal.Why,
    };

    // What the month as a whole will say that it did not say before.
    private void Foretell()
    {
        var said = monthBefore.Select(static finding => (finding.Rule, finding.VoucherId)).ToHashSet();
        foreach (var finding in monthAfter)
        {
            if (rules.Find(finding.Rule) is MonthRule && !said.Contains((finding.Rule, finding.VoucherId)))
                foretold.Add(new ForetoldFinding(finding.Rule, finding.VoucherId, finding.Message));
        }
    }

    // The order inside a day is not promised; a plan must not depend on it.
    private void SortByVoucher()
    {
        blocks.Sort(static (left, right) => VoucherOrder.Compare(left.Head, right.Head));
        var sorted = new List<Change>(changes.Count);
        var renumbered = new int[changes.Count + 1];
        foreach (var (_, first, count) in blocks)
        {
            for (var i = first; i < first + count; i++)
            {
                sorted.Add(changes[i]);
                renumbered[changes[i].N] = sorted.Count;
            }
        }

        for (var i = 0; i < sorted.Count; i++)
            changes[i] = sorted[i] with { N = i + 1, Requires = [.. sorted[i].Requires.Select(number => renumbered[number]).Order()] };
        foreach (var voucher in numberWriters.Keys.ToArray())
            numberWriters[voucher] = renumbered[numberWriters[voucher]];
    }

    private void Record(Change change)
    {
        changes.Add(change);
        tally.CountChange(change);
    }

    private int NextNumber() => ++numbered;

    private RepairPlan Compose(long revision) => new()
    {
        Run = string.Empty,
        Company = context.Check.Company.Id,
        Branch = context.Check.Branch,
        From = context.Check.From,
        To = context.Check.To,
        Period = context.Check.Period,
        Revision = revision,
        RulePack = context.Pack.Version,
        Changes = changes,
        Groups = tally.Groups(),
        Unrepairable = tally.Unrepairable,
        Remaining = tally.Remaining(rules),
        Foretold = [.. foretold.OrderBy(static told => told.Rule, StringComparer.Ordinal).ThenBy(static told => told.VoucherId, StringComparer.Ordinal).ThenBy(static told => told.Message, StringComparer.Ordinal)],
    };

    private static RepairPlan Identify(RepairPlan plan) => plan with { Run = Convert.ToHexStringLower(SHA256.HashData(RepairJson.Write(plan)).AsSpan(0, 16)) };
}
