using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>Turns a plan and what a person approved of it into the changes that will be made, or says why that cannot be. Pure: it reads and writes no voucher.</summary>
public static class RepairApplier
{
    /// <returns>
    /// The accepted changes, ready to be made voucher by voucher; or a refusal: <c>unknown-change</c>, <c>not-repairable</c> (class N named),
    /// <c>choice-needed</c>, <c>choice-unknown</c>, <c>requires-missing</c>, <c>nothing-accepted</c>.
    /// </returns>
    public static RepairOutcome<AcceptedRepairs> Accept(RepairPlan plan, Acceptance acceptance)
    {
        if ((RefuseClasses(acceptance) ?? RefuseRules(plan, acceptance)) is { } refused)
            return refused;
        var named = new Dictionary<int, Change>();
        foreach (var accepted in acceptance.Changes)
        {
            var outcome = Choose(plan, accepted);
            if (outcome.IsRefused)
                return outcome.Refusal;
            if (named.TryGetValue(accepted.N, out var twice) && twice.After != outcome.Value.After)
                return new RepairRefusal("choice-unknown", $"{accepted.N} numaralı değişiklik için iki ayrı seçim verilmiş; birini bırakın.", accepted.N);
            named[accepted.N] = outcome.Value;
        }

        var inClasses = plan.Changes.Where(change => IsIncluded(acceptance, change) && !named.ContainsKey(change.N)).ToDictionary(static change => change.N);
        var leftOut = LeaveOut(inClasses, named);
        if (RefuseMissing(named, inClasses) is { } missing)
            return missing;
        Change[] accepting = [.. named.Values.Concat(inClasses.Values).OrderBy(static change => change.N)];
        return accepting.Length == 0
            ? new RepairRefusal("nothing-accepted", "Onaylanan hiçbir değişiklik yok; planda uygulanabilecek değişiklikleri seçin.")
            : new AcceptedRepairs(plan, accepting, leftOut);
    }

    private static RepairRefusal? RefuseClasses(Acceptance acceptance)
    {
        if (acceptance.Classes.Contains(RepairClass.N))
            return new RepairRefusal("not-repairable", "N sınıfındaki bulgular yazılımla giderilmez; fişi ERP’de düzeltip yeniden gönderin.");
        return acceptance.Classes.Contains(RepairClass.C)
            ? new RepairRefusal("choice-needed", "C sınıfındaki değişiklikler topluca onaylanamaz; her biri için seçeneklerden birini seçin.")
            : null;
    }

    private static bool IsIncluded(Acceptance acceptance, Change change) =>
        acceptance.Classes.Contains(change.Class) || (change.Class is RepairClass.A or RepairClass.B && acceptance.Rules.Contains(change.Rule, StringComparer.Ordinal));

    // A rule that was named and does nothing would look like something done.
    private static RepairRefusal? RefuseRules(RepairPlan plan, Acceptance acceptance)
    {
        foreach (var rule in acceptance.Rules)
        {
            var ofRule = plan.Changes.Where(change => string.Equals(change.Rule, rule, StringComparison.Ordinal)).ToList();
            if (ofRule.Count == 0)
                return new RepairRefusal("unknown-change", $"Planda {rule} kuralının değişikliği yok.");
            if (ofRule.TrueForAll(static change => change.Class == RepairClass.C))
                return new RepairRefusal("choice-needed", $"{rule} kuralının değişiklikleri topluca onaylanamaz; her biri için seçeneklerden birini seçin.", ofRule[0].N, ofRule[0].VoucherId);
        }

        return null;
    }

    private static RepairOutcome<Change> Choose(RepairPlan plan, AcceptedChange accepted)
    {
        if (accepted.N < 1 || accepted.N > plan.Changes.Count)
            return new RepairRefusal("unknown-change", $"Planda {accepted.N} numaralı değişiklik yok.", accepted.N);
        var change = plan.Changes[accepted.N - 1];
        if (change.Class == RepairClass.N)
            return new RepairRefusal("not-repairable", $"{accepted.N} numaralı bulgu yazılımla giderilmez; fişi ERP’de düzeltip yeniden gönderin.", accepted.N, change.VoucherId);
        if (change.Class != RepairClass.C)
        {
            return accepted.Choose is null || string.Equals(accepted.Choose, change.After, StringComparison.Ordinal)
                ? change
                : new RepairRefusal("choice-unknown", $"{accepted.N} numaralı değişiklikte seçim yapılmaz; değeri bellidir.", accepted.N, change.VoucherId);
        }

        if (accepted.Choose is null)
            return new RepairRefusal("choice-needed", $"{accepted.N} numaralı değişiklik için seçeneklerden birini seçin: {string.Join(", ", change.Candidates)}.", accepted.N, change.VoucherId);
        return change.Candidates.Contains(accepted.Choose, StringComparer.Ordinal)
            ? change with { After = accepted.Choose }
            : new RepairRefusal("choice-unknown", $"\"{accepted.Choose}\" {accepted.N} numaralı değişikliğin seçenekleri arasında yok: {string.Join(", ", change.Candidates)}.", accepted.N, change.VoucherId);
    }

    // A class is accepted as far as it stands by itself: what hangs on an unaccepted change, or on one left out, is left out too.
    private static List<int> LeaveOut(Dictionary<int, Change> inClasses, Dictionary<int, Change> named)
    {
        var leftOut = new SortedSet<int>();
        var dependents = inClasses.Values.SelectMany(static change => change.Requires.Select(required => (Required: required, change.N))).ToLookup(static pair => pair.Required, static pair => pair.N);
        var toLeave = new Stack<int>(dependents.Select(static group => group.Key).Where(required => !inClasses.ContainsKey(required) && !named.ContainsKey(required)));
        while (toLeave.TryPop(out var missing))
        {
            foreach (var dependent in dependents[missing])
            {
                if (inClasses.Remove(dependent))
                {
                    leftOut.Add(dependent);
                    toLeave.Push(dependent);
                }
            }
        }

        return [.. leftOut];
    }

    private static RepairRefusal? RefuseMissing(Dictionary<int, Change> named, Dictionary<int, Change> inClasses)
    {
        foreach (var change in named.Values.OrderBy(static change => change.N))
        {
            foreach (var required in change.Requires)
            {
                if (!named.ContainsKey(required) && !inClasses.ContainsKey(required))
                    return new RepairRefusal("requires-missing", $"{change.N} numaralı değişiklik {required} numaralı değişikliğe bağlıdır; ikisini birlikte onaylayın.", change.N, change.VoucherId);
            }
        }

        return null;
    }
}
