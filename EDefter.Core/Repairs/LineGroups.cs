using System.Runtime.InteropServices;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Finds the one way in which the lines of a voucher fall into groups that balance. Some lines say their group themselves; lines that belong together
/// (one ERP document, a VAT line and its base, where wanted one document) share it; lines that say nothing go where they must for every group to
/// balance, if there is exactly one such way. Where anything is in doubt there is no answer: a division is never guessed.
/// </summary>
internal sealed class LineGroups
{
    // Placing lines that say nothing is a search; a voucher that needs more steps is a person's to divide.
    private const int StepsMax = 50_000;

    private readonly VoucherFacts voucher;
    private readonly int[] parents;

    private LineGroups(VoucherFacts voucher)
    {
        this.voucher = voucher;
        parents = [.. Enumerable.Range(0, voucher.Lines.Length)];
    }

    /// <param name="voucher">The whole voucher.</param>
    /// <param name="labels">For each line the group that it names; null where it names none.</param>
    /// <param name="byDocument">Lines that rest on the same document belong together.</param>
    /// <returns>The groups in the order of their first lines, each with its lines in order, at least two of both; null when there is no such division, or more than one.</returns>
    public static IReadOnlyList<IReadOnlyList<int>>? Divide(VoucherFacts voucher, string?[] labels, bool byDocument)
    {
        foreach (ref readonly var line in voucher.Lines)
        {
            if (!line.Readable)
                return null;
        }

        var groups = new LineGroups(voucher);
        groups.JoinLinked();
        if (byDocument)
            groups.Join(static (in line) => DocumentKey.Of(line.Document)?.ToString());
        return groups.Divide(labels);
    }

    private delegate string? Key(in LineFacts line);

    private IReadOnlyList<IReadOnlyList<int>>? Divide(string?[] labels)
    {
        var names = labels.OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (names.Count < 2 || GroupOfRoots(labels, names) is not { } groupOf)
            return null;
        var balances = new decimal[names.Count];
        var silent = new SortedDictionary<int, decimal>();
        for (var i = 0; i < parents.Length; i++)
        {
            ref readonly var line = ref voucher.Lines[i];
            var net = line.Debit - line.Credit;
            if (groupOf.TryGetValue(Root(i), out var group))
                balances[group] += net;
            else
                silent[Root(i)] = silent.GetValueOrDefault(Root(i)) + net;
        }

        if (Placing.Find(balances, [.. silent.Values]) is not { } placed)
            return null;
        var at = 0;
        foreach (var root in silent.Keys)
            groupOf[root] = placed[at++];
        return Collect(groupOf, names.Count);
    }

    // Two names in what belongs together contradict each other.
    private Dictionary<int, int>? GroupOfRoots(string?[] labels, List<string> names)
    {
        var groupOf = new Dictionary<int, int>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] is not { } label)
                continue;
            var group = names.IndexOf(label);
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(groupOf, Root(i), out var exists);
            if (exists && known != group)
                return null;
            known = group;
        }

        return groupOf;
    }

    // An entry has a debited and a credited account.
    private IReadOnlyList<IReadOnlyList<int>>? Collect(Dictionary<int, int> groupOf, int count)
    {
        var lines = new List<int>[count];
        for (var i = 0; i < parents.Length; i++)
            (lines[groupOf[Root(i)]] ??= []).Add(i + 1);
        return Array.TrueForAll(lines, IsEntry) ? [.. lines.OrderBy(static own => own[0])] : null;
    }

    private bool IsEntry(List<int> own)
    {
        bool debited = false, credited = false;
        foreach (var number in own)
        {
            ref readonly var line = ref voucher.Lines[number - 1];
            debited |= line.Debit != 0;
            credited |= line.Credit != 0;
        }

        return debited && credited;
    }

    private void JoinLinked()
    {
        Join(static (in line) => string.IsNullOrWhiteSpace(line.Line.SourceDocument) ? null : line.Line.SourceDocument);
        var byId = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parents.Length; i++)
        {
            if (voucher.Lines[i].Line.Id is { Length: > 0 } id)
                byId[id] = i;
        }

        for (var i = 0; i < parents.Length; i++)
        {
            if (voucher.Lines[i].Line.BaseLine is { Length: > 0 } baseLine && byId.TryGetValue(baseLine, out var other))
                Join(i, other);
        }
    }

    private void Join(Key key)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < parents.Length; i++)
        {
            if (key(in voucher.Lines[i]) is { } text && !first.TryAdd(text, i))
                Join(i, first[text]);
        }
    }

    private void Join(int left, int right) => parents[Math.Max(Root(left), Root(right))] = Math.Min(Root(left), Root(right));

    private int Root(int line)
    {
        while (parents[line] != line)
            line = parents[line];
        return line;
    }

    /// <summary>Places amounts so that every balance becomes zero, and sees whether there is another way.</summary>
    private sealed class Placing(decimal[] balances, decimal[] amounts, int[] order)
    {
        private readonly int[] placed = new int[amounts.Length];
        private int[]? found;
        private bool isAmbiguous;
        private int steps;

        /// <returns>For each amount the balance it belongs to; null when there is no way, more than one, or no end in sight.</returns>
        public static int[]? Find(decimal[] balances, decimal[] amounts)
        {
            // What comes to nothing fits everywhere.
            if (amounts.Contains(0m) || balances.Sum() + amounts.Sum() != 0)
                return null;
            // The largest first: it has the fewest places.
            var order = Enumerable.Range(0, amounts.Length).OrderByDescending(i => Math.Abs(amounts[i])).ThenBy(static i => i).ToArray();
            var search = new Placing(balances, amounts, order);
            search.Place(0);
            return search.isAmbiguous ? null : search.found;
        }

        private void Place(int at)
        {
            if (isAmbiguous || ++steps > StepsMax)
            {
                isAmbiguous = true;
                return;
            }

            if (at == order.Length)
            {
                if (Array.TrueForAll(balances, static balance => balance == 0))
                    Take();
                return;
            }

            var amount = order[at];
            for (var group = 0; group < balances.Length && !isAmbiguous; group++)
            {
                balances[group] += amounts[amount];
                placed[amount] = group;
                Place(at + 1);
                balances[group] -= amounts[amount];
            }
        }

        private void Take()
        {
            isAmbiguous = found is not null;
            found ??= [.. placed];
        }
    }
}
