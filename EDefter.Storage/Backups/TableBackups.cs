using System.Runtime.CompilerServices;
using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Acknowledgements;
using EDefter.Storage.Auditing;
using EDefter.Storage.Companies;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>
/// Backups over the tables. <c>company.ndjson</c>: rows of the profile, the chart's name and own formats · <c>books/{branch}/{year}/rows.ndjson</c>: heads,
/// commits, answers, notes and moves of a partition · <c>…/vouchers.ndjson</c>: its chunks, every version of every voucher ·
/// <c>acknowledgements/{branch}.ndjson</c> · <c>audit.ndjson</c>: the audit trail up to one head, and the head. Chunks that no commit names, and whatever came after the commit that the heads were read at, are left out.
/// </summary>
internal sealed class TableBackups(ITable books, ITable companies, ITable acknowledgements, ITable audit) : IBackups
{
    private const string Rows = "rows.ndjson";
    private const string Vouchers = "vouchers.ndjson";
    private const string Acknowledged = "acknowledgements";
    private const string Audit = "audit.ndjson";

    private readonly RestorePlaces places = new(companies);

    public async IAsyncEnumerable<BackupText> ReadAsync(Company company, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var book in company.EveryBook())
        {
            var partitions = company.FiscalYears.Select(year => (FiscalYear?)year).Append(null).Select(year => LogKeys.Partition(book, year));
            foreach (var log in await LogSnapshot.ReadAsync(books, partitions, cancellationToken))
            {
                if (log.IsEmpty)
                    continue;
                await log.ReadCommitsAsync(cancellationToken);
                yield return new BackupText($"books/{log.Name}/{Rows}", log.ReadRowsAsync(cancellationToken));
                yield return new BackupText($"books/{log.Name}/{Vouchers}", log.ReadChunksAsync(cancellationToken));
            }

            yield return new BackupText($"{Acknowledged}/{RowKeys.Escape(book.Branch)}.ndjson", TextOf(acknowledgements, TableRange.Prefix(TableAcknowledgements.Partition(book), TableAcknowledgements.Prefix), cancellationToken));
        }

        if (await audit.FindAsync(TableAudit.Partition(company.Id), TableAudit.Head, cancellationToken) is { } head)
            yield return new BackupText(Audit, ReadAuditAsync(head, cancellationToken));
        yield return new BackupText(BackupText.Company, ReadCompanyAsync(company.Id, cancellationToken));
    }

    public async Task CheckAsync(string company, string name, Stream text, CancellationToken cancellationToken)
    {
        if (name == BackupText.Company)
        {
            await ReadOwnAsync(company, text, cancellationToken);
            return;
        }

        var (_, read) = PlaceOf(company, name);
        var hasHead = false;
        await foreach (var batch in BackupLines.BatchesAsync(text, read, cancellationToken))
            hasHead |= batch.Any(action => action.Row.Key == TableAudit.Head);
        if (name == Audit && !hasHead)
            throw new InvalidDataException("The backup's audit trail has no head.");
    }

    public async Task WriteAsync(string company, string name, Stream text, CancellationToken cancellationToken)
    {
        var (table, read) = PlaceOf(company, name);
        await foreach (var batch in BackupLines.BatchesAsync(text, read, cancellationToken))
            await table.SubmitAsync(batch, cancellationToken);
        if (name == Audit)
            await EndAuditAsync(company, cancellationToken);
    }

    // Where a text's rows lie, and how its lines become rows.
    private (ITable Table, Func<JsonElement, IReadOnlyList<TableRow>> Read) PlaceOf(string company, string name)
    {
        switch (name.Split('/'))
        {
            case ["books", var branch, var year, Vouchers]:
                var ofVouchers = PartitionOf(company, branch, year);
                return (books, line => ChunkText.Read(ofVouchers, line));
            case ["books", var branch, var year, Rows]:
                var ofRows = PartitionOf(company, branch, year);
                return (books, line => [RowText.Read(ofRows, line)]);
            case [Acknowledged, var file] when file.EndsWith(".ndjson", StringComparison.Ordinal):
                var ofBranch = PartitionOf(company, file[..^".ndjson".Length]);
                return (acknowledgements, line => [RowText.Read(ofBranch, line)]);
            case [Audit]:
                return (audit, line => [ReadAudit(company, line)]);
            default:
                throw new InvalidDataException($"The text {name} is not known.");
        }
    }

    // Every act of the company is written behind the head: it must be one.
    private static TableRow ReadAudit(string company, JsonElement line)
    {
        var row = RowText.Read(TableAudit.Partition(company), line);
        var isRecord = row.Key.StartsWith(TableAudit.Records, StringComparison.Ordinal);
        if (row.Text(TableAudit.HashColumn).Length == 0 || (!isRecord && (row.Key != TableAudit.Head || row.Number(TableAudit.SequenceColumn) is < 0 or long.MaxValue)))
            throw new InvalidDataException("The backup's audit trail has a row that is none.");
        return row;
    }

    // Records come one after the other, so those up to a head that was read first are all there.
    private async IAsyncEnumerable<byte[]> ReadAuditAsync(TableRow head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in audit.QueryAsync(new TableRange(head.Partition, TableAudit.Records, TableAudit.Key(head.Number(TableAudit.SequenceColumn) + 1)), cancellationToken))
            yield return RowText.Write(row);
        yield return RowText.Write(head);
    }

    // What a restore of a later backup left behind before it was killed would stand behind this one's end.
    private async Task EndAuditAsync(string company, CancellationToken cancellationToken)
    {
        var partition = TableAudit.Partition(company);
        var head = await audit.FindAsync(partition, TableAudit.Head, cancellationToken) ?? throw new InvalidDataException("The backup's audit trail has no head.");
        var behind = new List<TableAction>();
        await foreach (var row in audit.QueryAsync(new TableRange(partition, TableAudit.Key(head.Number(TableAudit.SequenceColumn) + 1), TableAudit.Records + "~"), cancellationToken))
            behind.Add(TableAction.Delete(partition, row.Key, TableAction.AnyETag));
        foreach (var batch in BatchPlanner.Split(behind))
            await audit.SubmitAsync(batch, cancellationToken);
    }

    public Task<Versioned<RestorePlace>?> FindPlaceAsync(string company, CancellationToken cancellationToken) => places.FindAsync(company, cancellationToken);

    public Task<string?> SavePlaceAsync(string company, RestorePlace place, string? version, CancellationToken cancellationToken) => places.SaveAsync(company, place, version, cancellationToken);

    public Task LeavePlaceAsync(string company, string version, CancellationToken cancellationToken) => places.LeaveAsync(company, version, cancellationToken);

    public async Task<bool> ClearAsync(string company, Versioned<RestorePlace> place, Func<Task> tell, CancellationToken cancellationToken)
    {
        foreach (var (table, range) in place.Value.Texts.SelectMany(name => RangesOf(company, name)).Distinct())
        {
            if (!await places.ClearAsync(company, place.Version, table, range, tell, cancellationToken))
                return false;
        }

        return true;
    }

    // Everything that stands where a text is written back.
    private IEnumerable<(ITable Table, TableRange Range)> RangesOf(string company, string name) => name.Split('/') switch
    {
        [BackupText.Company] => TableCompanies.RangesOf(company).Select(range => (companies, range)),
        ["books", var branch, var year, _] => [(books, Whole(PartitionOf(company, branch, year)))],
        [Acknowledged, var file] => [(acknowledgements, Whole(PartitionOf(company, file[..^".ndjson".Length])))],
        [Audit] => [(audit, Whole(TableAudit.Partition(company)))],
        _ => throw new InvalidDataException($"The text {name} is not known."),
    };

    private static TableRange Whole(string partition) => new(partition, " ", "\u007f");

    public async Task<bool> CompleteAsync(string company, Stream text, string origin, string place, CancellationToken cancellationToken)
    {
        var own = await ReadOwnAsync(company, text, cancellationToken);
        var profile = own.Single(row => row.Key == TableCompanies.CompanyKey(company));
        foreach (var batch in BatchPlanner.Split(own.Where(row => row != profile).Select(TableAction.Upsert)))
            await companies.SubmitAsync(batch, cancellationToken);
        return await TryMakeAsync([TableAction.Insert(profile), TableAction.Upsert(new TableRow(TableCompanies.Partition, OriginKey(company)) { Columns = { ["Origin"] = origin } }), RestorePlaces.Leave(company, place)], cancellationToken);
    }

    public Task<bool> MakeCompanyAsync(Company company, string place, CancellationToken cancellationToken) =>
        TryMakeAsync([TableAction.Insert(TableCompanies.RowOf(company)), RestorePlaces.Leave(company.Id, place)], cancellationToken);

    private async Task<bool> TryMakeAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        try
        {
            await companies.SubmitAsync(actions, cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    private static async Task<List<TableRow>> ReadOwnAsync(string company, Stream text, CancellationToken cancellationToken)
    {
        var own = await BackupLines.RowsAsync(text, line => RowText.Read(TableCompanies.Partition, line), cancellationToken);
        if (own.Find(row => row.Key == TableCompanies.CompanyKey(company)) is not { } profile || own.Exists(row => !TableCompanies.IsOf(company, row.Key)))
            throw new InvalidDataException($"The backup's profile is not that of {company}.");
        // Its row is found by its key, but its books by the id that it gives itself.
        if (BackupLines.Readable(() => TableCompanies.CompanyOf(profile)).Id != company)
            throw new InvalidDataException("The backup's profile gives itself another id.");
        return own;
    }

    public async Task<string?> FindOriginAsync(string company, CancellationToken cancellationToken) =>
        (await companies.FindAsync(TableCompanies.Partition, OriginKey(company), cancellationToken))?.Text("Origin");

    private async IAsyncEnumerable<byte[]> ReadCompanyAsync(string company, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var range in TableCompanies.RangesOf(company))
        {
            await foreach (var line in TextOf(companies, range, cancellationToken))
                yield return line;
        }
    }

    private static async IAsyncEnumerable<byte[]> TextOf(ITable table, TableRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(range, cancellationToken))
            yield return RowText.Write(row);
    }

    // Escaped when it was written; whatever else stands there must not reach into another's partition.
    private static string PartitionOf(string company, params ReadOnlySpan<string> parts)
    {
        var partition = RowKeys.Escape(company);
        foreach (var part in parts)
        {
            if (part.Length == 0 || part.AsSpan().ContainsAnyExcept(LogSnapshot.NameCharacters))
                throw new InvalidDataException($"The backup names {part}, which is no branch and no fiscal year.");
            partition += "|" + part;
        }

        return partition;
    }

    private static string OriginKey(string company) => "origin|" + RowKeys.Escape(company);
}
