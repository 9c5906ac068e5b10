using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Plans one voucher after another: a repair is tried only where its rule speaks, is taken only when the rule then says less and no other says more that
/// cannot be mended too, and what follows from a repair is followed. What a person must choose is offered last.
/// </summary>
internal sealed class VoucherPlanner(RepairContext context, RepairBook repairs, VoucherChecker checker, RepairTally tally, Func<int> nextNumber)
{
    /// <summary>The changes of one voucher: first what can be mended, then what a person must choose.</summary>
    /// <param name="voucher">As it stands in the log.</param>
    /// <param name="findings">What the rules say of it.</param>
    public PlannedVoucher Plan(Voucher voucher, IReadOnlyList<Finding> findings)
    {
        var work = new VoucherWork(voucher);
        var left = Settle(work, findings);
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
            if (!IsUseful(batch, findings, VoucherFacts.Of(mended), after))
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

    // Every rule of the batch says less, and no other says more.
    private bool IsUseful(List<(Repair Repair, Proposal Proposal)> batch, IReadOnlyList<Finding> before, VoucherFacts mended, IReadOnlyList<Finding> after) =>
        batch.Select(static taken => taken.Repair.Code).Distinct(StringComparer.Ordinal).All(code => CountOf(code, after) < CountOf(code, before)) && (batch[0].Repair.IsDividing ? NoNewError(before, after) : NothingElseSpeaks(rule: null, before, mended, after));

    // What a rule said once of a voucher it may say of each of its entries; but no entry may have an error that the voucher did not have. A new warning
    // (an entry without an explanation of its own) is foretold and does not stand in the way of an error's mending.
    private static bool NoNewError(IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        var spoke = before.Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        return after.All(finding => finding.Severity != Severity.Error || spoke.Contains(finding.Rule));
    }

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
                var sound = choice with { Candidates = [.. choice.Candidates.Where(candidate => IsSound(work.Current, left, finding.Rule, choice, candidate))] };
                if (sound.Candidates.Count == 0)
                    continue;
                isOffered = true;
                if (!offered.Add((finding.Rule, new FieldPlace(sound.Line, sound.Field))))
                    continue;
                var change = work.Offer(finding.Rule, sound, nextNumber(), voucher => sound.Candidates.All(candidate => StandsAlone(voucher, work.Current, received, sound, candidate)));
                if (sound.Candidates.Count == 1)
                    certain.Add((change, sound));
            }

            if (!isOffered)
                unanswered.Add(finding);
        }

        var (followed, leftAfter) = FollowChoice(work, certain);
        return new OfferedChoices(unanswered, followed, leftAfter);
    }

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

    // A candidate is shown when no other rule would say more because of it, unless a repair answers.
    private bool IsSound(Voucher voucher, IReadOnlyList<Finding> before, string rule, Choice choice, string candidate)
    {
        var chosen = Chosen(voucher, choice, candidate);
        if (IsElsewhere(chosen))
            return true;
        return NothingElseSpeaks(rule, before, chosen, checker.Check(chosen.Voucher));
    }

    // Without the changes that the choice does not ask for no rule may speak that was silent: but for what the choice brings even with them, which the
    // plan follows or foretells.
    private bool StandsAlone(Voucher alone, Voucher mended, IReadOnlyList<Finding> received, Choice choice, string candidate)
    {
        var chosen = Chosen(alone, choice, candidate);
        if (IsElsewhere(chosen))
            return true;
        var known = received.Concat(checker.Check(alone)).Concat(checker.Check(Chosen(mended, choice, candidate).Voucher)).Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        return checker.Check(chosen.Voucher).All(finding => known.Contains(finding.Rule));
    }

    private static VoucherFacts Chosen(Voucher voucher, Choice choice, string candidate) =>
        VoucherFacts.Of(VoucherEdits.Apply(voucher, [new Edit(choice.Kind, choice.Line, choice.Field, candidate, choice.Why)]));

    // In another month other rules will judge it.
    private bool IsElsewhere(VoucherFacts voucher) => voucher.Date is { } date && (date < context.Check.From || date > context.Check.To);
}
