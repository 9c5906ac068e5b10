using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>
/// Gathers what happened to a company's books into its outbox, in order and each thing once. Nothing is told to it: it reads what stands in storage, so no act can
/// be forgotten by dying early, and it moves its places in the transaction that brings the events (docs/decisions/webhooks.md).
/// </summary>
public sealed class EventOutbox(ICompanies companies, IWebhooks webhooks, CommitEvents commits, NoteEvents notes, DeadlineEvents deadlines, KeyEvents keys, TimeProvider clock)
{
    // Each event may bring its memory along, and a table transaction holds a hundred rows.
    private const int EventsMost = 40;

    /// <summary>Makes the outbox of a company that has none, beginning now; then gathers.</summary>
    /// <returns>The outbox as it stands then.</returns>
    public async Task<HookOutbox> OpenAsync(string company, CancellationToken cancellationToken)
    {
        // First the list: an outbox that nobody looks after would never be emptied.
        await webhooks.EnterCompanyAsync(company, cancellationToken);
        if (await webhooks.FindOutboxAsync(company, cancellationToken) is null)
            // Losing this write means that somebody else has opened it.
            _ = await webhooks.WriteOutboxAsync(company, new HookOutbox { Since = clock.GetUtcNow() }, version: null, [], cancellationToken);
        return await GatherAsync(company, cancellationToken) ?? throw new InvalidOperationException($"The outbox of {company} is gone.");
    }

    /// <summary>Brings in what happened since the last look.</summary>
    /// <returns>The outbox as it stands then; null for a company that never had a hook.</returns>
    public async Task<HookOutbox?> GatherAsync(string company, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await webhooks.FindOutboxAsync(company, cancellationToken) is not { } outbox)
                return null;
            if (await companies.FindAsync(company, cancellationToken) is not { } found)
                return outbox.Value;
            var (events, places) = await ReadAsync(found.Value, outbox.Value, cancellationToken);
            if (events.Count == 0 && places.Count == outbox.Value.Places.Count && places.All(place => outbox.Value.Places.GetValueOrDefault(place.Key) == place.Value))
                return outbox.Value;
            var (now, later) = (events.Take(EventsMost).ToList(), events.Skip(EventsMost).ToList());
            // A place stops before the first commit that did not come along.
            foreach (var left in later.Where(left => left.Commit is not null).Select(left => left.Commit!.Value).Reverse())
                places[left.Key] = left.Sequence - 1;
            var numbered = now.Select((happened, rank) => happened.Event with { N = outbox.Value.Last + 1 + rank }).ToList();
            var moved = outbox.Value with { Last = outbox.Value.Last + numbered.Count, Places = places };
            if (await webhooks.WriteOutboxAsync(company, moved, outbox.Version, numbered, cancellationToken) && later.Count == 0)
                return moved;
        }
    }

    private async Task<(List<FoundEvent> Events, Dictionary<string, long> Places)> ReadAsync(Core.Companies.Company company, HookOutbox outbox, CancellationToken cancellationToken)
    {
        var places = new Dictionary<string, long>(outbox.Places, StringComparer.Ordinal);
        var (ofCommits, ofArchives, ofMonthEnds, ofDeadlines) = (new List<FoundEvent>(), new List<FoundEvent>(), new List<FoundEvent>(), new List<FoundEvent>());
        foreach (var book in company.EveryBook().SelectMany(id => company.FiscalYears.Select(year => new HookBook(company, id, year))))
        {
            var seen = await SeenAsync(company.Id, book.Key + "|", cancellationToken);
            // What follows is read before what it follows from: whatever is seen of the one, the other stands by then.
            ofMonthEnds.AddRange(await notes.ReadMonthEndsAsync(book, outbox, seen, cancellationToken));
            ofArchives.AddRange(await notes.ReadArchivesAsync(book, outbox, seen, cancellationToken));
            ofDeadlines.AddRange(await deadlines.ReadAsync(book, seen, clock.GetUtcNow(), cancellationToken));
            var (found, last) = await commits.ReadAsync(book, outbox, cancellationToken);
            ofCommits.AddRange(found);
            if (last > 0)
                places[book.Key] = last;
        }

        var ofKeys = await keys.ReadAsync(company.Id, outbox, await SeenAsync(company.Id, KeyEvents.SeenPrefix, cancellationToken), cancellationToken);
        // Sorting is stable: each source keeps its own order, and what happened at the same instant comes in the order of causes.
        return ([.. ofCommits.Concat(ofArchives).Concat(ofMonthEnds).Concat(ofDeadlines).Concat(ofKeys).OrderBy(found => found.Order)], places);
    }

    private async Task<HashSet<string>> SeenAsync(string company, string prefix, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (key, _) in webhooks.ReadSeenAsync(company, prefix, cancellationToken))
            seen.Add(key);
        return seen;
    }
}
