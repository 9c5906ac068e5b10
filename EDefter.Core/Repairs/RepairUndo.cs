using EDefter.Core.Reading;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>
/// Takes back an applied run, whole or some of its changes. A voucher goes back to its before-image, with those changes made again that stay: so
/// undo ∘ repair is the identity, byte for byte, and undoing one change is repairing without it.
/// </summary>
public sealed class RepairUndo
{
    private readonly AcceptedRepairs applied;

    private RepairUndo(AcceptedRepairs applied, AcceptedRepairs remaining, IReadOnlyList<Change> undone)
    {
        this.applied = applied;
        Remaining = remaining;
        Undone = undone;
        VoucherIds = [.. undone.Where(static change => change.VoucherId is not null).Select(static change => change.VoucherId!).Distinct(StringComparer.Ordinal)];
        Settings = new SettingsChanges(undone);
    }

    /// <summary>What stays applied; its changes are empty when the whole run is undone.</summary>
    public AcceptedRepairs Remaining { get; }

    /// <summary>The changes that are taken back, in order of numbers.</summary>
    public IReadOnlyList<Change> Undone { get; }

    /// <summary>The vouchers that get another version.</summary>
    public IReadOnlyList<string> VoucherIds { get; }

    /// <summary>What is taken back in the company's chart of accounts and profile.</summary>
    public SettingsChanges Settings { get; }

    /// <param name="applied">What of the plan stands applied now.</param>
    /// <param name="numbers">The changes to take back; null for all.</param>
    /// <returns>Or a refusal: <c>not-applied</c>, or <c>later-depends</c> when a change that stays depends on one that goes.</returns>
    public static RepairOutcome<RepairUndo> Of(AcceptedRepairs applied, IReadOnlyCollection<int>? numbers = null)
    {
        var going = numbers is null ? applied.Changes.Select(static change => change.N).ToHashSet() : [.. numbers];
        var known = applied.Changes.Select(static change => change.N).ToHashSet();
        if (going.Count == 0)
            return new RepairRefusal("not-applied", "Geri alınacak değişiklik seçilmemiş.");
        foreach (var number in going.Order())
        {
            if (!known.Contains(number))
                return new RepairRefusal("not-applied", $"{number} numaralı değişiklik bu bakımda uygulanmamış; geri alınamaz.", number);
        }

        var staying = applied.Changes.Where(change => !going.Contains(change.N)).ToList();
        foreach (var change in staying)
        {
            foreach (var required in change.Requires)
            {
                if (going.Contains(required))
                    return new RepairRefusal("later-depends", $"{change.N} numaralı değişiklik {required} numaralı değişikliğe bağlıdır; ikisini birlikte geri alın.", required, change.VoucherId);
            }
        }

        return new RepairUndo(applied, new AcceptedRepairs(applied.Plan, staying, leftOut: []), [.. applied.Changes.Where(change => going.Contains(change.N))]);
    }

    /// <summary>The version a voucher goes back to.</summary>
    /// <param name="current">The voucher as the log has it now.</param>
    /// <param name="before">Its version before the run was applied.</param>
    /// <returns>Or the refusal <c>changed-since</c>, when the ERP or another run changed the voucher after this one.</returns>
    public RepairOutcome<Voucher> Restore(Voucher current, Voucher before)
    {
        var mended = applied.Mend(before);
        if (mended.IsRefused || !VoucherJsonWriter.ToBytes(mended.Value).AsSpan().SequenceEqual(VoucherJsonWriter.ToBytes(current)))
            return new RepairRefusal("changed-since", $"{current.Number ?? current.Id} numaralı fiş bakımdan sonra değişmiş; bakımı geri alınamaz, fişi ERP’de düzeltin.", Change: null, current.Id);
        return Remaining.Mend(before);
    }
}
