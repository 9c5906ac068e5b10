using EDefter.Core.Reading;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>The laws of repairs, for any book of repairs and any voucher. Each throws when it is broken.</summary>
internal static class RepairLaws
{
    /// <summary>Every law that holds for any voucher.</summary>
    public static void All(RepairBook book, Voucher faulty, int seed, CheckContext? context = null)
    {
        NothingNewSpeaks(book, faulty, context);
        ASecondRunChangesNothing(book, faulty, context);
        ClassAKeepsTotals(book, faulty, context);
        DifferencesOfAccountsAreTold(book, faulty, context);
        AnyClosedPartIsValid(book, faulty, seed, context);
        var plan = RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty);
        if (AcceptAll(plan) is not { } accepted)
            return;
        var mended = accepted.Mend(faulty).Value!;
        EveryDifferenceIsListed(plan, accepted, faulty, mended);
        UndoIsIdentity(accepted, faulty, mended);
    }

    /// <summary>After the whole plan the rule that was planted is silent.</summary>
    public static void ItsRuleIsSilent(RepairBook book, Voucher faulty, string rule, CheckContext? context = null)
    {
        var before = RepairFixture.Check(context ?? RepairFixture.Context, faulty);
        Assert.Contains(before, finding => finding.Rule == rule);
        var mended = Mend(book, faulty, context);
        var left = RepairFixture.Check(context ?? RepairFixture.Context, mended).Where(finding => finding.Rule == rule).ToList();
        Assert.True(left.Count == 0, $"{rule} still speaks: {string.Join(" | ", left.Select(finding => finding.Message))}");
    }

    /// <summary>No rule speaks that did not speak before, except as foretold; and what is left is what the plan says is left.</summary>
    public static void NothingNewSpeaks(RepairBook book, Voucher faulty, CheckContext? context = null)
    {
        var plan = RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty);
        var before = RepairFixture.Check(context ?? RepairFixture.Context, faulty);
        var after = RepairFixture.Check(context ?? RepairFixture.Context, MendAll(plan, faulty));
        var foretold = plan.Foretold.Where(static told => told.Choice is null).Select(static told => told.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var finding in after)
            Assert.True(foretold.Contains(finding.Rule) || before.Any(said => said.Rule == finding.Rule), $"{finding.Rule} did not speak before: {finding.Message}");
        var choices = plan.Changes.Where(static change => change.Class == RepairClass.C || change.Target == RuleTarget.Chart).Select(static change => change.Rule).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(after.Count(finding => finding.Severity != Severity.Info && !choices.Contains(finding.Rule)), plan.Unrepairable);
    }

    /// <summary>A second plan of classes A and B has nothing to do.</summary>
    public static void ASecondRunChangesNothing(RepairBook book, Voucher faulty, CheckContext? context = null)
    {
        var second = RepairFixture.Plan(context ?? RepairFixture.Context, book, Mend(book, faulty, context));
        Assert.DoesNotContain(second.Changes, static change => change.Class != RepairClass.C && change.Target == RuleTarget.Voucher && change.Requires.Count == 0);
    }

    /// <summary>Every difference between before and after is a change of the plan, with the before that stands there.</summary>
    public static void EveryDifferenceIsListed(RepairPlan plan, AcceptedRepairs accepted, Voucher faulty, Voucher mended)
    {
        Assert.Equal(ChangeReplay.Of(faulty, accepted.ChangesOf(faulty.Id)), ChangeReplay.Canonical(mended));
        if (accepted.ChangesOf(faulty.Id).Count == 0)
            Assert.Equal(VoucherJsonWriter.ToBytes(faulty), VoucherJsonWriter.ToBytes(mended));
        Assert.Equal(Enumerable.Range(1, plan.Changes.Count), plan.Changes.Select(static change => change.N));
        Assert.All(plan.Changes, static change => Assert.True(change.Before != change.After || change.Candidates.Count > 0));
    }

    /// <summary>undo ∘ repair = identity, byte for byte.</summary>
    public static void UndoIsIdentity(AcceptedRepairs accepted, Voucher faulty, Voucher mended)
    {
        var undo = RepairUndo.Of(accepted).Value!;
        Assert.Equal(VoucherJsonWriter.ToBytes(faulty), VoucherJsonWriter.ToBytes(undo.Restore(mended, faulty).Value!));
    }

    /// <summary>Class A never changes a total per account.</summary>
    public static void ClassAKeepsTotals(RepairBook book, Voucher faulty, CheckContext? context = null)
    {
        var plan = RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty);
        var accepted = RepairApplier.Accept(plan, new Acceptance { Classes = [RepairClass.A] });
        if (!accepted.IsRefused)
            Assert.Equal(Totals(faulty), Totals(accepted.Value.Mend(faulty).Value!));
        Assert.All(plan.Groups.Where(static group => group.Class == RepairClass.A), static group => Assert.Empty(group.Accounts));
    }

    /// <summary>The plan tells what it does to every account; only rounding and moving a negative amount do anything.</summary>
    public static void DifferencesOfAccountsAreTold(RepairBook book, Voucher faulty, CheckContext? context = null)
    {
        var plan = RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty);
        var told = Totals(faulty);
        foreach (var difference in plan.Groups.SelectMany(static group => group.Accounts))
            told[difference.Account] = (told.GetValueOrDefault(difference.Account).Debit + difference.Debit, told.GetValueOrDefault(difference.Account).Credit + difference.Credit);
        Assert.Equal(Totals(MendAll(plan, faulty)), told);
        Assert.All(plan.Groups.Where(static group => group.Rule is not ("SAT004" or "SAT002")), static group => Assert.Empty(group.Accounts));
    }

    /// <summary>Any part of a plan that respects what requires what can be applied: it stays applicable, listed, undoable, and no new rule speaks.</summary>
    public static void AnyClosedPartIsValid(RepairBook book, Voucher faulty, int seed, CheckContext? context = null)
    {
        var plan = RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty);
        var part = ClosedPart(plan, seed);
        if (part.Count == 0)
            return;
        var outcome = RepairApplier.Accept(plan, Choosing(plan, part));
        Assert.False(outcome.IsRefused, outcome.Refusal?.Detail);
        var accepted = outcome.Value!;
        var mended = accepted.Mend(faulty);
        Assert.False(mended.IsRefused, mended.Refusal?.Detail);
        EveryDifferenceIsListed(plan, accepted, faulty, mended.Value!);
        UndoIsIdentity(accepted, faulty, mended.Value!);
        NoNewRule(plan, part, faulty, mended.Value!, context);
        PartOfItCanBeUndone(plan, accepted, faulty, mended.Value!, seed);
    }

    public static Voucher Mend(RepairBook book, Voucher faulty, CheckContext? context = null) => MendAll(RepairFixture.Plan(context ?? RepairFixture.Context, book, faulty), faulty);

    public static Voucher MendAll(RepairPlan plan, Voucher faulty)
    {
        var accepted = RepairApplier.Accept(plan, Acceptance.All);
        return accepted.IsRefused ? faulty : accepted.Value.Mend(faulty).Value!;
    }

    /// <summary>Debit and credit turnover of every account of the book.</summary>
    public static SortedDictionary<string, (decimal Debit, decimal Credit)> Totals(params IEnumerable<Voucher> vouchers)
    {
        var totals = new SortedDictionary<string, (decimal Debit, decimal Credit)>(StringComparer.Ordinal);
        foreach (var facts in vouchers.Select(VoucherFacts.Of).Where(static facts => facts.InBook))
        {
            foreach (var line in facts.Lines)
            {
                // A line of nothing may be the only one of its account, and may go.
                if (line.Debit == 0 && line.Credit == 0)
                    continue;
                var account = line.Line.Account ?? string.Empty;
                totals[account] = (totals.GetValueOrDefault(account).Debit + line.Debit, totals.GetValueOrDefault(account).Credit + line.Credit);
            }
        }

        return totals;
    }

    /// <summary>A pseudo-random set of changes that holds everything its members require.</summary>
    public static SortedSet<int> ClosedPart(RepairPlan plan, int seed)
    {
        var random = new Random(seed);
        return Closed(plan, [.. plan.Changes.Where(_ => random.Next(2) == 0).Select(static change => change.N)]);
    }

    /// <summary>The changes with everything that they require.</summary>
    public static SortedSet<int> Closed(RepairPlan plan, IReadOnlyList<int> numbers)
    {
        var part = new SortedSet<int>();
        var open = new Stack<int>(numbers);
        while (open.TryPop(out var number))
        {
            if (!part.Add(number))
                continue;
            foreach (var required in plan.Changes[number - 1].Requires)
                open.Push(required);
        }

        return part;
    }

    public static Acceptance Choosing(RepairPlan plan, IEnumerable<int> numbers) =>
        new() { Changes = [.. numbers.Select(number => new AcceptedChange(number, plan.Changes[number - 1].Candidates.Count > 0 ? plan.Changes[number - 1].Candidates[0] : null))] };

    // No rule may speak that was silent, but for what the plan itself lists as following from an accepted change.
    private static void NoNewRule(RepairPlan plan, SortedSet<int> part, Voucher faulty, Voucher mended, CheckContext? context = null)
    {
        var before = RepairFixture.Check(context ?? RepairFixture.Context, faulty).Select(static finding => finding.Rule);
        var followUps = plan.Changes.Where(change => change.Requires.Any(part.Contains)).Select(static change => change.Rule);
        var known = before.Concat(followUps).Concat(plan.Foretold.Where(told => told.Choice is not { } choice || part.Contains(choice)).Select(static told => told.Rule)).ToHashSet(StringComparer.Ordinal);
        Assert.All(RepairFixture.Check(context ?? RepairFixture.Context, mended), finding => Assert.True(known.Contains(finding.Rule), $"{finding.Rule} did not speak before: {finding.Message}"));
    }

    private static void PartOfItCanBeUndone(RepairPlan plan, AcceptedRepairs accepted, Voucher faulty, Voucher mended, int seed)
    {
        var staying = ClosedPart(plan, seed + 1);
        staying.IntersectWith(accepted.Changes.Select(static change => change.N));
        staying.RemoveWhere(number => !plan.Changes[number - 1].Requires.All(staying.Contains));
        var going = accepted.Changes.Select(static change => change.N).Where(number => !staying.Contains(number)).ToList();
        if (going.Count == 0)
            return;
        var undo = RepairUndo.Of(accepted, going);
        if (undo.IsRefused)
        {
            // Rings of requirements may have been cut above; the refusal must then be that one.
            Assert.Equal("later-depends", undo.Refusal.Type);
            return;
        }

        var restored = undo.Value.Restore(mended, faulty).Value!;
        Assert.Equal(ChangeReplay.Of(faulty, undo.Value.Remaining.ChangesOf(faulty.Id)), ChangeReplay.Canonical(restored));
    }

    public static AcceptedRepairs? AcceptAll(RepairPlan plan)
    {
        var accepted = RepairApplier.Accept(plan, Acceptance.All);
        return accepted.IsRefused ? null : accepted.Value;
    }
}
