using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Judges by the rules whether what a repair or a choice would do to a voucher does good and no harm.</summary>
internal sealed class RepairJudge(RepairContext context, RepairBook repairs, VoucherChecker checker)
{
    /// <summary>Every rule of the batch says less, and no other says more.</summary>
    public bool IsUseful(List<(Repair Repair, Proposal Proposal)> batch, IReadOnlyList<Finding> before, VoucherFacts mended, IReadOnlyList<Finding> after) =>
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

    /// <summary>A candidate is shown when no other rule would say more because of it, unless a repair answers.</summary>
    public bool IsSound(Voucher voucher, IReadOnlyList<Finding> before, string rule, Choice choice, string candidate)
    {
        var chosen = Chosen(voucher, choice, candidate);
        if (IsElsewhere(chosen))
            return true;
        return NothingElseSpeaks(rule, before, chosen, checker.Check(chosen.Voucher));
    }

    /// <summary>
    /// Without the changes that the choice does not ask for no rule may speak that was silent: but for what the choice brings even with them, which the plan
    /// follows or foretells.
    /// </summary>
    public bool StandsAlone(Voucher alone, Voucher mended, IReadOnlyList<Finding> received, Choice choice, string candidate)
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
