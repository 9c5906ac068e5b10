using EDefter.Core.Rules;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>The approved changes of a plan, choices filled in. Vouchers are mended one at a time, so that memory never holds a whole month.</summary>
public sealed class AcceptedRepairs
{
    private readonly Dictionary<string, List<Change>> byVoucher = new(StringComparer.Ordinal);
    private readonly List<string> voucherIds = [];

    internal AcceptedRepairs(RepairPlan plan, IReadOnlyList<Change> changes, IReadOnlyList<int> leftOut)
    {
        Plan = plan;
        Changes = changes;
        LeftOut = leftOut;
        Settings = new SettingsChanges(changes);
        foreach (var change in changes)
        {
            if (change.VoucherId is not { } voucher)
                continue;
            if (!byVoucher.TryGetValue(voucher, out var own))
            {
                byVoucher[voucher] = own = [];
                voucherIds.Add(voucher);
            }

            own.Add(change);
        }
    }

    public RepairPlan Plan { get; }

    /// <summary>What will be done, in order of numbers.</summary>
    public IReadOnlyList<Change> Changes { get; }

    /// <summary>Numbers of changes of accepted classes that hang on something not accepted and are therefore not made.</summary>
    public IReadOnlyList<int> LeftOut { get; }

    /// <summary>The vouchers that get a new version, in order of the plan.</summary>
    public IReadOnlyList<string> VoucherIds => voucherIds;

    /// <summary>What of it changes the company's chart of accounts and profile.</summary>
    public SettingsChanges Settings { get; }

    /// <summary>The same acceptance, number by number: what is kept of the run, and what undoing needs.</summary>
    public Acceptance ToAcceptance() => new() { Changes = [.. Changes.Select(static change => new AcceptedChange(change.N, change.Class == RepairClass.C ? change.After : null))] };

    public IReadOnlyList<Change> ChangesOf(string voucherId) => byVoucher.TryGetValue(voucherId, out var own) ? own : [];

    /// <summary>The mended version of a voucher; the voucher itself when nothing of it was accepted.</summary>
    /// <param name="current">The voucher as the log has it now.</param>
    /// <returns>Or the refusal <c>before-moved</c>, when something no longer stands as the plan saw it: the plan must be made anew.</returns>
    public RepairOutcome<Voucher> Mend(Voucher current)
    {
        var own = ChangesOf(current.Id);
        var batch = new List<Edit>();
        var written = new HashSet<FieldPlace>();
        foreach (var change in own)
        {
            // Changes of different members are made together; what writes a member again, or comes before or after lines move, waits.
            if (change.Kind is ChangeKind.SplitLine or ChangeKind.SplitVoucher || batch is [.., { IsStructural: true }] || !written.Add(new FieldPlace(change.Line, change.Field)))
            {
                current = VoucherEdits.Apply(current, batch);
                batch.Clear();
                written.Clear();
                written.Add(new FieldPlace(change.Line, change.Field));
            }

            if (Moved(current, change) is { } refusal)
                return refusal;
            batch.Add(new Edit(change.Kind, change.Line, change.Field, change.After, change.Why) { Parts = change.Parts });
        }

        return VoucherEdits.Apply(current, batch);
    }

    private static RepairRefusal? Moved(Voucher current, Change change)
    {
        var exists = change.Line is not { } line || line <= current.Lines.Count;
        return exists && string.Equals(VoucherEdits.Read(current, change.Kind, change.Line, change.Field), change.Before, StringComparison.Ordinal)
            ? null
            : new RepairRefusal("before-moved", $"{current.Number ?? current.Id} numaralı fiş plandan sonra değişmiş; planı yeniden alın.", change.N, current.Id);
    }
}
