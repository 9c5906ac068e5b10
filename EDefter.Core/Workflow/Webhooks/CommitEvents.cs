using EDefter.Core.Companies;
using EDefter.Core.Workflow.Changes;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Repairing;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Events that are commits of the trail: numbers, repairs, filings. A message points into the feed of changes and holds nothing of it.</summary>
public sealed class CommitEvents(IVoucherLog log, RepairRuns runs)
{
    /// <summary>The events after the place that is known, and the last commit that was looked at.</summary>
    internal async Task<(IReadOnlyList<FoundEvent> Found, long Last)> ReadAsync(HookBook book, HookOutbox outbox, CancellationToken cancellationToken)
    {
        var found = new List<FoundEvent>();
        var after = outbox.Places.GetValueOrDefault(book.Key);
        var last = after;
        var order = DateTimeOffset.MinValue;
        var acts = new Lazy<Task<Dictionary<(DateTimeOffset At, string Kind), (RepairRun Run, RepairAct Act)>>>(() => ReadActsAsync(book, cancellationToken));
        var heads = new Lazy<Task<IReadOnlyDictionary<Period, MonthHead>>>(() => log.ReadHeadsAsync(book.Id, book.Year, cancellationToken));
        await foreach (var commit in log.ReadCommitsAsync(book.Id, book.Year, after, cancellationToken))
        {
            last = commit.Sequence;
            order = commit.At > order ? commit.At : order;
            if (commit.At < outbox.Since)
                continue;
            var happened = commit.Kind switch
            {
                CommitKind.Number => OfNumbers(book, outbox, commit, await heads.Value),
                CommitKind.Unnumber => Told(book, outbox, commit, HookEvents.NumbersTakenBack, commit.Periods[0]),
                CommitKind.Repair => OfRepair(book, outbox, commit, await acts.Value, "apply", HookEvents.RepairsApplied),
                CommitKind.Undo => OfRepair(book, outbox, commit, await acts.Value, "undo", HookEvents.RepairsUndone),
                CommitKind.File => OfFiling(book, commit, HookEvents.MonthFiled),
                CommitKind.Revoke => OfFiling(book, commit, HookEvents.FilingRevoked),
                _ => null,
            };
            if (happened is not null)
                found.Add(new FoundEvent(happened with { TraceParent = commit.TraceParent }, order, (book.Key, commit.Sequence)));
        }

        return (found, last);
    }

    private static HookEvent OfNumbers(HookBook book, HookOutbox outbox, CommitRecord commit, IReadOnlyDictionary<Period, MonthHead> heads)
    {
        var told = Told(book, outbox, commit, HookEvents.NumbersGiven, commit.Periods[0]);
        told = told with { Links = new Dictionary<string, string>(told.Links, StringComparer.Ordinal) { ["numbers"] = book.MonthPath(commit.Periods[0]) + "/numbers" } };
        // Numbers that were taken back since are not counted any more.
        return heads.GetValueOrDefault(commit.Periods[0])?.Numbering is { } stamp && stamp.At == commit.At
            ? told with { Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["vouchers"] = stamp.Numbers.Vouchers, ["lines"] = stamp.Numbers.Lines } }
            : told;
    }

    // A commit that belongs to no run only carried a voucher over from another fiscal year: the run's own commit tells it.
    private static HookEvent? OfRepair(HookBook book, HookOutbox outbox, CommitRecord commit, Dictionary<(DateTimeOffset At, string Kind), (RepairRun Run, RepairAct Act)> acts, string kind, string type)
    {
        if (!acts.TryGetValue((commit.At, kind), out var act))
            return null;
        var told = Told(book, outbox, commit, type, act.Run.Period);
        return told with
        {
            Run = act.Run.Run,
            Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["changes"] = act.Act.Changes, ["vouchers"] = commit.Vouchers },
            Links = new Dictionary<string, string>(told.Links, StringComparer.Ordinal) { ["repairs"] = $"{book.MonthPath(act.Run.Period)}/repairs/{act.Run.Run}" },
        };
    }

    private static HookEvent OfFiling(HookBook book, CommitRecord commit, string type) =>
        book.Event(type, SourceOf(commit), commit.At, commit.Periods[0]) with { Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["month"] = book.MonthPath(commit.Periods[0]) } };

    private static HookEvent Told(HookBook book, HookOutbox outbox, CommitRecord commit, string type, Period period)
    {
        var told = book.Event(type, SourceOf(commit), commit.At, period);
        if (!ChangeNumber.Covers(book.Year))
            return told;
        return told with
        {
            Seq = ChangeNumber.Of(book.Year, commit.Sequence, place: 0),
            Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["changes"] = $"{book.Path}/changes?after={CursorTo(book, outbox, commit)}" },
        };
    }

    // This year up to the commit, the others up to where they were told: the page begins with the act's first change.
    private static FeedCursor CursorTo(HookBook book, HookOutbox outbox, CommitRecord commit)
    {
        var places = book.Company.FiscalYears.Where(ChangeNumber.Covers).ToDictionary(year => year.Start, year => new FeedPlace(outbox.Places.GetValueOrDefault(HookBook.KeyOf(book.Id, year)), FeedPlace.All));
        places[book.Year.Start] = new FeedPlace(commit.Sequence - 1, FeedPlace.All);
        return new FeedCursor(places);
    }

    private static string SourceOf(CommitRecord commit) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"commit|{commit.Sequence}");

    private async Task<Dictionary<(DateTimeOffset At, string Kind), (RepairRun Run, RepairAct Act)>> ReadActsAsync(HookBook book, CancellationToken cancellationToken)
    {
        var acts = new Dictionary<(DateTimeOffset, string), (RepairRun, RepairAct)>();
        await foreach (var run in runs.ReadYearAsync(book.Id, book.Year, cancellationToken))
        {
            foreach (var act in run.Acts)
                acts[(act.At, act.Kind)] = (run, act);
        }

        return acts;
    }
}
