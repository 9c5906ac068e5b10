using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Plans one voucher after another: a repair is tried only where its rule speaks, is taken only when the rule then says less and no other says more that
/// cannot be mended too, and what follows from a repair is followed. What a person must choose is offered last.
/// </summary>
internal sealed class VoucherPlanner(RepairContext context, RepairBook repairs, VoucherChecker checker, AccountMoves moves, RepairTally tally, Func<int> nextNumber)
{
    private readonly RepairJudge judge = new(context, repairs, checker);
    private readonly PartAcceptance parts = new(checker);

    /// <summary>The changes of one voucher: first what can be mended, then what a person must choose.</summary>
    /// <param name="voucher">As it stands in the log.</param>
    /// <param name="findings">What the rules say of it.</param>
    public PlannedVoucher Plan(Voucher voucher, IReadOnlyList<Finding> findings)
    {
        var work = new VoucherWork(voucher);
        var left = Settle(work, findings);
        parts.Tie(work, voucher, findings, left);
        return new PlannedVoucher(work, left, OfferChoices(work, findings, left));
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
            if (!judge.IsUseful(batch, findings, VoucherFacts.Of(mended), after))
            {
                foreach (var (repair, _) in batch)
                    work.SetAside(repair.Code);
                continue;
            }

            tally.CountAmounts(batch, work.Current, mended);
            work.Take(batch, mended, nextNumber);
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
            if (!work.MayTry(repair.Code))
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

    private OfferedChoices OfferChoices(VoucherWork work, IReadOnlyList<Finding> received, IReadOnlyList<Finding> left)
    {
        var unanswered = new List<Finding>();
        var facts = VoucherFacts.Of(work.Current);
        var offered = new HashSet<(string Rule, FieldPlace Place)>();
        var certain = new List<(Change Offer, Choice Choice)>();
        foreach (var finding in left)
        {
            var isOffered = false;
            foreach (var choice in repairs.FindChoice(finding.Rule)?.Offer(facts, finding, context) ?? [])
            {
                var sound = choice with { Candidates = [.. choice.Candidates.Where(candidate => judge.IsSound(work.Current, left, finding.Rule, choice, candidate))] };
                if (sound.Candidates.Count == 0)
                    continue;
                isOffered = true;
                if (!offered.Add((finding.Rule, new FieldPlace(sound.Line, sound.Field))))
                    continue;
                var change = Offer(work, received, finding.Rule, sound);
                if (sound.Candidates.Count == 1)
                    certain.Add((change, sound));
            }

            if (!isOffered)
                unanswered.Add(finding);
        }

        foreach (var (rule, choice) in moves.Offer(facts, left, place => offered.Any(taken => taken.Place == place)))
            Offer(work, received, rule, choice);
        var (followed, leftAfter) = FollowChoice(work, certain);
        return new OfferedChoices(unanswered, followed, leftAfter);
    }

    private Change Offer(VoucherWork work, IReadOnlyList<Finding> received, string rule, Choice choice) =>
        work.Offer(rule, choice, nextNumber(), voucher => choice.Candidates.All(candidate => judge.StandsAlone(voucher, work.Current, received, choice, candidate)));

    // With one candidate it is known what follows from choosing it. It is followed after all choices were offered, because what follows may move
    // lines, and only for one choice of a voucher, because two could write the same member.
    private (int? Followed, IReadOnlyList<Finding> Left) FollowChoice(VoucherWork work, List<(Change Offer, Choice Choice)> certain)
    {
        foreach (var (offer, choice) in certain)
        {
            var fork = work.Fork(offer.N);
            fork.Suppose(new Edit(choice.Kind, choice.Line, choice.Field, choice.Candidates[0], choice.Why), offer.N);
            tally.Pause();
            var left = Settle(fork, checker.Check(fork.Current));
            tally.Resume();
            work.Adopt(fork.Changes);
            if (fork.Changes.Count > 0)
                return (offer.N, left);
        }

        return (null, []);
    }
}
