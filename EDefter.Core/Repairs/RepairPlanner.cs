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
    private readonly RepairContext context;
    private readonly RuleBook rules;
    private readonly VoucherChecker checker;
    private readonly VoucherPlanner vouchers;
    private readonly AccountMoves moves;
    private readonly SettingsPlanner settings;
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
        checker = new VoucherChecker(context, this.rules);
        moves = new AccountMoves(this.context, this.rules, repairs ?? RepairBook.Standard, checker);
        vouchers = new VoucherPlanner(this.context, repairs ?? RepairBook.Standard, checker, moves, tally, NextNumber);
        settings = new SettingsPlanner(this.context, repairs ?? RepairBook.Standard);
        sinkBefore = new FindingSink(monthBefore.Add, context.Severities);
        sinkAfter = new FindingSink(monthAfter.Add, context.Severities);
        var monthRules = VoucherChecker.Running(this.rules, context).OfType<MonthRule>().ToArray();
        var aggregateRules = VoucherChecker.Running(this.rules, context).OfType<AggregateRule>().ToArray();
        passesBefore = [.. monthRules.Select(rule => rule.Begin(context)), new AggregatesPass(context, aggregateRules)];
        passesAfter = [.. monthRules.Select(rule => rule.Begin(context)), new AggregatesPass(context, aggregateRules)];
    }

    /// <summary>Takes the next voucher of the range.</summary>
    /// <param name="voucher">The voucher as it stands in the log.</param>
    /// <param name="fromDrawer">It lies in the undated drawer.</param>
    public void Observe(Voucher voucher, bool fromDrawer = false)
    {
        if (finished)
            throw new InvalidOperationException("The plan has been made.");
        var findings = checker.Check(voucher);
        var mended = findings.Count == 0 && !moves.Concern(VoucherFacts.Of(voucher)) ? voucher : Plan(voucher, findings);
        if (!fromDrawer)
            context.Uses.Observe(VoucherFacts.Of(voucher));
        ObserveEntries(passesBefore, sinkBefore, voucher, fromDrawer);
        ObserveEntries(passesAfter, sinkAfter, mended, fromDrawer);
        ObserveNumbers(mended);
    }

    /// <summary>
    /// A voucher of another month of the fiscal year, given before those of the range: its fiş no is taken in the whole year (FIS008), and it tells on
    /// which account a partner is kept (HES003).
    /// </summary>
    public void ObserveElsewhere(Voucher voucher)
    {
        ObserveNumbers(voucher);
        context.Uses.ObserveElsewhere(VoucherFacts.Of(voucher));
    }

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
        foreach (var change in settings.Changes(NextNumber))
            Record(change);
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

    private Voucher Plan(Voucher voucher, IReadOnlyList<Finding> findings)
    {
        var planned = vouchers.Plan(voucher, findings);
        var work = planned.Work;
        ForetellVoucher(findings, planned.Left);
        if (planned.Offered.Choice is { } choice)
            ForetellVoucher([.. findings, .. planned.Left], planned.Offered.LeftAfterChoice, choice);
        foreach (var finding in planned.Offered.Unanswered)
        {
            if (!settings.Offer(finding))
                tally.CountRemaining(finding);
        }

        if (work.Changes.Count > 0)
            blocks.Add((voucher with { Lines = [] }, changes.Count, work.Changes.Count));
        foreach (var change in work.Changes)
            Record(change);
        tally.CountVouchers(work.Changes);
        if (work.WriterOf(new FieldPlace(Line: null, Renumbering.Field)) is { } writer)
            numberWriters[voucher.Id] = writer;
        return work.Current;
    }

    private void ForetellVoucher(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after, int? choice = null)
    {
        var spoke = before.Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in after)
        {
            if (!spoke.Contains(finding.Rule))
                foretold.Add(new ForetoldFinding(finding.Rule, finding.VoucherId, finding.Message) { Choice = choice });
        }
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
        else if (!settings.Offer(finding) && !moves.Answer(finding))
        {
            tally.CountRemaining(finding);
        }
    }

    // What the month as a whole will say that it did not say before.
    private void Foretell()
    {
        var said = monthBefore.Select(static finding => (finding.Rule, finding.VoucherId)).ToHashSet();
        foreach (var finding in monthAfter)
        {
            if (rules.Find(finding.Rule) is MonthRule or AggregateRule && !said.Contains((finding.Rule, finding.VoucherId)))
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
        for (var i = 0; i < foretold.Count; i++)
            foretold[i] = foretold[i] with { Choice = foretold[i].Choice is { } choice ? renumbered[choice] : null };
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
        Groups = SafeGroups(),
        Accounts = [.. tally.Differences().Select(EffectOf)],
        Unrepairable = tally.Unrepairable,
        Remaining = tally.Remaining(rules, context.Check.Severities),
        Foretold = [.. foretold.OrderBy(static told => told.Rule, StringComparer.Ordinal).ThenBy(static told => told.VoucherId, StringComparer.Ordinal).ThenBy(static told => told.Message, StringComparer.Ordinal)],
    };

    // Class A never moves money; a plan that would is a fault of a repair and must not reach anybody.
    private IReadOnlyList<RepairGroup> SafeGroups()
    {
        var groups = tally.Groups();
        var broken = groups.FirstOrDefault(static group => group.Class == RepairClass.A && group.Accounts.Count > 0);
        return broken is null ? groups : throw new InvalidOperationException($"The repair of {broken.Rule} is of class A and changes what is booked on {broken.Accounts[0].Account}.");
    }

    private AccountEffect EffectOf(AccountDifference difference)
    {
        var use = context.Uses.Find(difference.Account);
        decimal debit = use?.Debit ?? 0, credit = use?.Credit ?? 0;
        return new AccountEffect(difference.Account, debit, debit + difference.Debit, credit, credit + difference.Credit);
    }

    private static RepairPlan Identify(RepairPlan plan) => plan with { Run = Convert.ToHexStringLower(SHA256.HashData(RepairJson.Write(plan)).AsSpan(0, 16)) };
}
