using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Of several changes to what a voucher books a person may accept some. Where such a part would let a rule speak that is silent without them and with all of
/// them, the plan would tell less than happens: there the changes ask for each other, and are accepted together.
/// </summary>
/// <example>A KDV account gets its main account (HES004), and two negative amounts change sides (SAT002): with one of the two the KDV has lost its base (KDV002).</example>
internal sealed class PartAcceptance(VoucherChecker checker)
{
    // Every part is a check of the voucher. Of more changes than these those of a rule are tried together, as people accept them.
    private const int UnitsMost = 5;

    private static readonly HashSet<string> Booked = new(["account", "mainAccount", "debit", "credit", "side", "kind", "date", Edit.LinesField], StringComparer.Ordinal);

    /// <param name="work">The voucher with every change of classes A and B.</param>
    /// <param name="received">As it stands in the log.</param>
    /// <param name="before">What the rules say of it then.</param>
    /// <param name="after">What they say with all changes; what is new of it is foretold.</param>
    public void Tie(VoucherWork work, Voucher received, IReadOnlyList<Finding> before, IReadOnlyList<Finding> after)
    {
        if (work.Changes.Count(IsBooked) < 2)
            return;
        var units = Units(work.Changes);
        if (units.Count < 2)
            return;
        var known = before.Concat(after).Select(static finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        var rest = ChangeClosure.Of(work.Changes, work.Changes.Where(static change => !IsBooked(change)).Select(static change => change.N));
        if (Parts(units).Any(part => !Stands(work.Changes, received, part, known) || !Stands(work.Changes, received, [.. part, .. rest], known)))
            work.Tie([.. units.Select(static unit => unit[0])]);
    }

    private static bool IsBooked(Change change) => Booked.Contains(change.Field);

    /// <returns>The changes that stand or fall together, each unit by the numbers of its changes.</returns>
    private static List<int[]> Units(IReadOnlyList<Change> changes)
    {
        var closures = changes.Where(IsBooked).ToDictionary(static change => change.N, change => ChangeClosure.Of(changes, [change.N]));
        var units = closures.Keys.GroupBy(number => closures.Keys.First(other => closures[number].Contains(other) && closures[other].Contains(number)), static (_, members) => members.ToArray()).ToList();
        if (units.Count <= UnitsMost)
            return units;
        var ruleOf = changes.ToDictionary(static change => change.N, static change => change.Rule);
        return [.. units.GroupBy(unit => ruleOf[unit[0]], static (_, ofRule) => ofRule.SelectMany(static unit => unit).ToArray(), StringComparer.Ordinal).Take(UnitsMost)];
    }

    private static IEnumerable<int[]> Parts(List<int[]> units) =>
        Enumerable.Range(1, (1 << units.Count) - 1).Select(chosen => units.Where((_, at) => (chosen & (1 << at)) != 0).SelectMany(static unit => unit).ToArray());

    private bool Stands(IReadOnlyList<Change> changes, Voucher received, IEnumerable<int> part, HashSet<string> known)
    {
        var accepted = ChangeClosure.Of(changes, part);
        // A rule that a change answers which follows from an accepted one speaks until that is accepted too: the plan shows it.
        var followed = changes.Where(change => change.Requires.Any(accepted.Contains)).Select(static change => change.Rule).ToHashSet(StringComparer.Ordinal);
        return checker.Check(ChangeClosure.Make(received, changes, accepted)).All(finding => known.Contains(finding.Rule) || followed.Contains(finding.Rule));
    }
}
