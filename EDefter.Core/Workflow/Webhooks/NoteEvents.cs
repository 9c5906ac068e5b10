using System.Globalization;
using System.Runtime.CompilerServices;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Events that are notes of the log: archives, and month ends that have ended. Each is remembered by its key.</summary>
public sealed class NoteEvents(IVoucherLog log, IJobs jobs)
{
    /// <summary>The key that a month end is remembered by: one that fails again on another morning is told again.</summary>
    internal static string KeyOf(HookBook book, MonthEndReport report)
    {
        var key = $"{book.Key}|month-end|{report.Job}|{report.Outcome}";
        return report.Outcome == MonthEndOutcome.Failed ? string.Create(CultureInfo.InvariantCulture, $"{key}|{report.EndedAt!.Value.UtcTicks}") : key;
    }

    private static string TypeOf(MonthEndOutcome outcome) => outcome switch
    {
        MonthEndOutcome.Done => HookEvents.MonthEndDone,
        MonthEndOutcome.Stopped => HookEvents.MonthEndStopped,
        MonthEndOutcome.Failed => HookEvents.MonthEndFailed,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
    };

    internal async Task<IReadOnlyList<FoundEvent>> ReadMonthEndsAsync(HookBook book, HookOutbox outbox, IReadOnlySet<string> seen, CancellationToken cancellationToken)
    {
        var found = new List<FoundEvent>();
        await foreach (var report in ReadReportsAsync(book, cancellationToken))
        {
            if (report.Outcome == MonthEndOutcome.Running || report.EndedAt is not { } ended || ended < outbox.Since || seen.Contains(KeyOf(book, report)))
                continue;
            var happened = book.Event(TypeOf(report.Outcome), KeyOf(book, report), ended, report.Period) with
            {
                Seen = KeyOf(book, report),
                TraceParent = (await jobs.FindAsync(report.Job, cancellationToken))?.Value.TraceParent,
                Tell = book.Company.AutoClose?.Tell ?? [],
                Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["monthEnd"] = book.MonthPath(report.Period) + "/month-end" },
            };
            found.Add(new FoundEvent(happened, ended, Commit: null));
        }

        return found;
    }

    // The present ones first: a document that becomes the past in between is read twice rather than not at all.
    private async IAsyncEnumerable<MonthEndReport> ReadReportsAsync(HookBook book, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var prefix in (string[])[MonthEndReport.Prefix, MonthEndReport.PastPrefix])
        {
            await foreach (var note in log.ReadNotesAsync(book.Id, book.Year, prefix, cancellationToken))
            {
                var report = WireJson.Read<MonthEndReport>(note.Json);
                if (told.Add(KeyOf(book, report)))
                    yield return report;
            }
        }
    }

    internal async Task<IReadOnlyList<FoundEvent>> ReadArchivesAsync(HookBook book, HookOutbox outbox, IReadOnlySet<string> seen, CancellationToken cancellationToken)
    {
        var found = new List<FoundEvent>();
        await foreach (var note in log.ReadNotesAsync(book.Id, book.Year, ArchiveShelf.Prefix, cancellationToken))
        {
            var archive = WireJson.Read<ArchiveRecord>(note.Json);
            var key = string.Create(CultureInfo.InvariantCulture, $"{book.Key}|archive|{archive.Id}|{archive.At.UtcTicks}");
            if (archive.At < outbox.Since || seen.Contains(key))
                continue;
            var happened = book.Event(HookEvents.ArchiveReady, key, archive.At, archive.Period) with
            {
                Seen = key,
                Archive = archive.Id,
                TraceParent = archive.TraceParent,
                Counts = new Dictionary<string, long>(StringComparer.Ordinal) { ["bytes"] = archive.Bytes, ["findings"] = archive.Findings.Count },
                Links = new Dictionary<string, string>(StringComparer.Ordinal) { ["archive"] = $"{book.MonthPath(archive.Period)}/archives/{archive.Id}" },
            };
            found.Add(new FoundEvent(happened, archive.At, Commit: null));
        }

        return found;
    }
}
