using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Some changes of one voucher with all that they ask for.</summary>
internal static class ChangeClosure
{
    /// <summary>The numbers, and those of every change that one of them asks for, directly or not.</summary>
    public static HashSet<int> Of(IReadOnlyList<Change> changes, IEnumerable<int> numbers)
    {
        var asked = numbers.ToHashSet();
        // A ring of edits that stand or fall together may ask forward.
        for (var known = -1; known < asked.Count;)
        {
            known = asked.Count;
            foreach (var change in changes)
            {
                if (asked.Contains(change.N))
                    asked.UnionWith(change.Requires);
            }
        }

        return asked;
    }

    /// <summary>The voucher with no more than these changes.</summary>
    public static Voucher Make(Voucher received, IReadOnlyList<Change> changes, HashSet<int> numbers)
    {
        foreach (var change in changes)
        {
            if (numbers.Contains(change.N))
                received = VoucherEdits.Apply(received, [new Edit(change.Kind, change.Line, change.Field, change.After, change.Why) { Parts = change.Parts }]);
        }

        return received;
    }
}
