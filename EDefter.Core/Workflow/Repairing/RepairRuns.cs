using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Repairs;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Repairing;

/// <summary>The runs of a month and their plans, in storage.</summary>
public sealed class RepairRuns(MonthFinder months, IVoucherLog log, IBlobs blobs)
{
    public async Task<Outcome<IReadOnlyList<RepairRun>>> ListAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var runs = new List<RepairRun>();
        await foreach (var note in log.ReadNotesAsync(month.Value.Book.Id, month.Value.Year, KeyOf(month.Value.Period, string.Empty), cancellationToken))
            runs.Add(WireJson.Read<RepairRun>(note.Json));
        runs.Sort((left, right) => left.Acts[0].At.CompareTo(right.Acts[0].At));
        return runs;
    }

    public async Task<Outcome<RepairRunView>> FindAsync(string company, string branch, string period, string run, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var found = await FindAsync(month.Value, run, cancellationToken);
        if (found is null)
            return Refusals.UnknownRun(run);
        var plan = await ReadPlanAsync(month.Value.Book.Id, found.Value, cancellationToken);
        return RepairRunView.Of(found.Value, plan, await ReadStandingAsync(month.Value.Book.Id, found.Value, cancellationToken));
    }

    internal async Task<Versioned<RepairRun>?> FindAsync(BookMonth month, string run, CancellationToken cancellationToken)
    {
        if (!ContentHash.IsShort(run))
            return null;
        var key = KeyOf(month.Period, run);
        await foreach (var note in log.ReadNotesAsync(month.Book.Id, month.Year, key, cancellationToken))
        {
            if (string.Equals(note.Key, key, StringComparison.Ordinal))
                return new Versioned<RepairRun>(WireJson.Read<RepairRun>(note.Json), note.Version!);
        }

        return null;
    }

    internal async Task<Outcome<AskedRun>> FindAsync(Job job, Period period, string run, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(job.Company, job.Branch, period.ToString(), cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        return await FindAsync(month.Value, run, cancellationToken) is { } found ? new AskedRun(month.Value, found) : Refusals.UnknownRun(run);
    }

    /// <summary>Whether the asking came as far as to change chart or profile; what will stand is kept right before.</summary>
    internal Task<bool> HasBegunAsync(BookId book, RepairRun run, string asking, CancellationToken cancellationToken) => blobs.ExistsAsync(BlobArea.Reports, StandingName(book, run, asking), cancellationToken);

    /// <summary>
    /// What an asking that broke off has begun and not done. The run's row is written once more as it stands: whoever works on it still, unseen, can commit
    /// no more, because his commit is bound to the row that he read.
    /// </summary>
    /// <returns>Null when it began nothing, or was done.</returns>
    internal async Task<AskedRun?> FindBegunAsync(Job job, Period period, string run, CancellationToken cancellationToken)
    {
        while (true)
        {
            var asked = await FindAsync(job, period, run, cancellationToken);
            if (asked.IsRefused)
                return null;
            var (month, found) = asked.Value;
            if (ApplyWork.HasDone(found.Value, job) || !await HasBegunAsync(month.Book.Id, found.Value, job.Asking, cancellationToken))
                return null;
            if (await log.WriteNoteAsync(month.Book.Id, month.Year, NoteOf(found.Value, found.Version), cancellationToken))
                return asked.Value;
        }
    }

    internal async Task<bool> HasDoneAsync(BookMonth month, string run, Job job, CancellationToken cancellationToken) =>
        await FindAsync(month, run, cancellationToken) is { } found && ApplyWork.HasDone(found.Value, job);

    /// <summary>Keeps a new plan: its blob first, its row last. A plan that was made before is found again.</summary>
    internal async Task<RepairRun> KeepAsync(BookMonth month, RepairPlan plan, RepairAct act, CancellationToken cancellationToken)
    {
        var run = new RepairRun
        {
            Run = plan.Run,
            Period = month.Period,
            Revision = plan.Revision,
            State = RepairRunState.Planned,
            Changes = plan.Changes.Count,
            Unrepairable = plan.Unrepairable,
            Acts = [act],
        };
        await using (var blob = await blobs.CreateAsync(BlobArea.Reports, PlanName(month.Book.Id, run), "application/json", cancellationToken))
            await blob.WriteAsync(RepairJson.Write(plan), cancellationToken);
        if (await log.WriteNoteAsync(month.Book.Id, month.Year, NoteOf(run, version: null), cancellationToken))
            return run;
        return (await FindAsync(month, plan.Run, cancellationToken))?.Value ?? run;
    }

    internal async Task<RepairPlan> ReadPlanAsync(BookId book, RepairRun run, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, PlanName(book, run), cancellationToken) ?? throw new InvalidDataException($"The plan of run {run.Run} is missing.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        return RepairJson.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Keeps which changes will stand, before the row that names them: a large run has more of them than a row can hold.</summary>
    internal async Task KeepStandingAsync(BookId book, RepairRun run, string asking, Acceptance standing, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.CreateAsync(BlobArea.Reports, StandingName(book, run, asking), "application/json", cancellationToken);
        // In one piece, as a plan: what another delivery kept under the same name is never replaced by half of it.
        await blob.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(standing, WireJson.Options), cancellationToken);
    }

    /// <returns>Numbers of the changes that stand applied, with the choices made; null when none stand.</returns>
    internal async Task<Acceptance?> ReadStandingAsync(BookId book, RepairRun run, CancellationToken cancellationToken)
    {
        return run.Standing is { } asking ? await ReadStandingAsync(book, run, asking, cancellationToken) : null;
    }

    /// <returns>What stood applied after an asking of the run.</returns>
    internal async Task<Acceptance> ReadStandingAsync(BookId book, RepairRun run, string asking, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.OpenAsync(BlobArea.Reports, StandingName(book, run, asking), cancellationToken) ?? throw new InvalidDataException($"What stands of run {run.Run} is missing.");
        return await JsonSerializer.DeserializeAsync<Acceptance>(blob, WireJson.Options, cancellationToken) ?? throw new InvalidDataException($"What stands of run {run.Run} is empty.");
    }

    /// <summary>All runs of a fiscal year.</summary>
    internal async IAsyncEnumerable<RepairRun> ReadYearAsync(BookId book, FiscalYear year, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var note in log.ReadNotesAsync(book, year, "run|", cancellationToken))
            yield return WireJson.Read<RepairRun>(note.Json);
    }

    internal static BookNote NoteOf(RepairRun run, string? version) => new(KeyOf(run.Period, run.Run), WireJson.Write(run), version);

    /// <summary>A name per asking: two people who apply one run at once must not write over each other's images.</summary>
    internal static string BeforeName(BookId book, RepairRun run, string asking) => $"{book}/{run.Period}/plans/{run.Run}.{asking}.before.ndjson.gz";

    private static string StandingName(BookId book, RepairRun run, string asking) => $"{book}/{run.Period}/plans/{run.Run}.{asking}.standing.json";

    private static string PlanName(BookId book, RepairRun run) => $"{book}/{run.Period}/plans/{run.Run}.json";

    private static string KeyOf(Period period, string run) => $"run|{period}|{run}";
}
