using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>
/// Goes back from the vouchers of a month that a repair or its undoing wrote to the versions that the ERP sent, so that its count (KON002) is compared with its own vouchers. What the ERP sent after
/// a repair, and what it deleted, is its own word.
/// </summary>
public sealed class RepairDifferences(IVoucherLog log)
{
    /// <returns>Null when the ERP has told no count for the month: then nothing is read.</returns>
    public async Task<RepairDifference?> OfAsync(BookMonth month, SourceCount? told, CancellationToken cancellationToken)
    {
        if (told is null)
            return null;
        var moves = new List<long>();
        var isRepaired = false;
        await foreach (var commit in log.ReadCommitsAsync(month.Book.Id, month.Year, after: 0, cancellationToken))
        {
            if (!IsRepair(commit.Kind) || !commit.Periods.Contains(month.Period))
                continue;
            isRepaired = true;
            if (commit.Periods.Count > 1)
                moves.Add(commit.Sequence);
        }

        if (!isRepaired)
            return new RepairDifference(0, 0);
        var here = await OfThoseHereAsync(month, cancellationToken);
        var left = await OfThoseThatLeftAsync(month, moves, cancellationToken);
        return new RepairDifference(here.Vouchers + left.Vouchers, here.Lines + left.Lines);
    }

    private async Task<RepairDifference> OfThoseHereAsync(BookMonth month, CancellationToken cancellationToken)
    {
        var pending = new Dictionary<string, long>(StringComparer.Ordinal);
        var vouchers = 0L;
        var lines = 0L;
        await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
        {
            foreach (var stored in day.Vouchers.Where(static stored => IsRepair(stored.Kind)))
            {
                pending[stored.Voucher.Id] = stored.Sequence;
                lines += stored.Voucher.Lines.Count;
            }
        }

        // Commit by commit into the past: each reading answers for every voucher that the commit wrote.
        while (pending.Count > 0)
        {
            var newest = pending.Values.Max();
            var asked = pending.Where(one => one.Value == newest).Select(static one => one.Key).ToHashSet(StringComparer.Ordinal);
            await foreach (var day in log.ReadMonthAtAsync(month.Book.Id, month.Year, month.Period, newest - 1, month.From, cancellationToken))
            {
                foreach (var stored in day.Vouchers.Where(stored => asked.Contains(stored.Voucher.Id)))
                {
                    asked.Remove(stored.Voucher.Id);
                    pending[stored.Voucher.Id] = stored.Sequence;
                    if (IsRepair(stored.Kind))
                        continue;
                    pending.Remove(stored.Voucher.Id);
                    lines -= stored.Voucher.Lines.Count;
                }
            }

            // What was not in the month before came from another one, as an opening voucher that is moved to the first day.
            foreach (var id in asked)
            {
                pending.Remove(id);
                if (await SentInAsync(month, id, cancellationToken) is { } sent)
                    lines -= sent;
                else
                    vouchers++;
            }
        }

        return new RepairDifference(vouchers, lines);
    }

    private async Task<RepairDifference> OfThoseThatLeftAsync(BookMonth month, List<long> moves, CancellationToken cancellationToken)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sequence in moves)
        {
            await foreach (var day in log.ReadMonthAtAsync(month.Book.Id, month.Year, month.Period, sequence - 1, month.From, cancellationToken))
                before.UnionWith(day.Vouchers.Select(static stored => stored.Voucher.Id));
        }

        if (before.Count > 0)
        {
            await foreach (var day in log.ReadDaysAsync(month.Book.Id, month.Year, month.From, month.To, cancellationToken))
                before.ExceptWith(day.Vouchers.Select(static stored => stored.Voucher.Id));
        }

        var vouchers = 0L;
        var lines = 0L;
        foreach (var id in before)
        {
            if (await log.FindAsync(month.Book.Id, month.Book.Company, id, cancellationToken) is not { } elsewhere || !IsRepair(elsewhere.Kind) || await SentInAsync(month, id, cancellationToken) is not { } sent)
                continue;
            vouchers--;
            lines -= sent;
        }

        return new RepairDifference(vouchers, lines);
    }

    // Lines of the ERP's last version, when that stood in this month.
    private async Task<long?> SentInAsync(BookMonth month, string id, CancellationToken cancellationToken)
    {
        var history = await log.HistoryAsync(month.Book.Id, month.Book.Company, id, cancellationToken);
        return history.LastOrDefault(static version => version is { Kind: CommitKind.Vouchers, Voucher: not null }) is { } sent && sent.Period == month.Period ? sent.Voucher!.Lines.Count : null;
    }

    private static bool IsRepair(CommitKind kind) => kind is CommitKind.Repair or CommitKind.Undo;
}
