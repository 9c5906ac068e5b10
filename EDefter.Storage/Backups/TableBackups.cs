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

    public async IAsyncEnumerable<BackupText> ReadAsync(Company company, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var book in company.EveryBook())
        {
            foreach (var year in company.FiscalYears.Select(year => (FiscalYear?)year).Append(null))
            {
                var log = await LogSnapshot.ReadAsync(books, LogKeys.Partition(book, year), cancellationToken);
                if (log.IsEmpty)
                    continue;
                yield return new BackupText($"books/{log.Name}/{Rows}", log.ReadRowsAsync(cancellationToken));
                yield return new BackupText($"books/{log.Name}/{Vouchers}", log.ReadChunksAsync(cancellationToken));
            }

            yield return new BackupText($"{Acknowledged}/{RowKeys.Escape(book.Branch)}.ndjson", TextOf(acknowledgements, TableRange.Prefix(TableAcknowledgements.Partition(book), TableAcknowledgements.Prefix), cancellationToken));
        }

        if (await audit.FindAsync(TableAudit.Partition(company.Id), TableAudit.Head, cancellationToken) is { } head)
            yield return new BackupText(Audit, ReadAuditAsync(head, cancellationToken));
        yield return new BackupText(BackupText.Company, ReadCompanyAsync(company.Id, cancellationToken));
    }

    public async Task WriteAsync(string company, string name, Stream text, CancellationToken cancellationToken)
    {
        var parts = name.Split('/');
        if (parts is ["books", var branch, var year, Vouchers])
            await WriteAsync(books, text, line => ChunkText.Read(PartitionOf(company, branch, year), line), cancellationToken);
        else if (parts is ["books", var ofBranch, var ofYear, Rows])
            await WriteAsync(books, text, line => [RowText.Read(PartitionOf(company, ofBranch, ofYear), line)], cancellationToken);
        else if (parts is [Acknowledged, var file] && file.EndsWith(".ndjson", StringComparison.Ordinal))
            await WriteAsync(acknowledgements, text, line => [RowText.Read(PartitionOf(company, file[..^".ndjson".Length]), line)], cancellationToken);
        else if (parts is [Audit])
            await WriteAuditAsync(company, text, cancellationToken);
        else
            throw new InvalidDataException($"The text {name} is not known.");
    }

    // Records come one after the other, so those up to a head that was read first are all there.
    private async IAsyncEnumerable<byte[]> ReadAuditAsync(TableRow head, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in audit.QueryAsync(new TableRange(head.Partition, TableAudit.Records, TableAudit.Key(head.Number(TableAudit.SequenceColumn) + 1)), cancellationToken))
            yield return RowText.Write(row);
        yield return RowText.Write(head);
    }

    // What a restore of a later backup left behind before it was killed would stand behind this one's end.
    private async Task WriteAuditAsync(string company, Stream text, CancellationToken cancellationToken)
    {
        var partition = TableAudit.Partition(company);
        await WriteAsync(audit, text, line => [RowText.Read(partition, line)], cancellationToken);
        var head = await audit.FindAsync(partition, TableAudit.Head, cancellationToken) ?? throw new InvalidDataException("The backup’s audit trail has no head.");
        var behind = new List<TableAction>();
        await foreach (var row in audit.QueryAsync(new TableRange(partition, TableAudit.Key(head.Number(TableAudit.SequenceColumn) + 1), TableAudit.Records + "~"), cancellationToken))
            behind.Add(TableAction.Delete(partition, row.Key, TableAction.AnyETag));
        foreach (var batch in BatchPlanner.Split(behind))
            await audit.SubmitAsync(batch, cancellationToken);
    }

    public async Task<bool> CompleteAsync(string company, Stream text, string origin, CancellationToken cancellationToken)
    {
        var own = new List<TableRow>();
        await foreach (var line in LinesOf(text, cancellationToken))
            own.Add(Readable(() => RowText.Read(TableCompanies.Partition, line)));
        if (own.Find(row => row.Key == TableCompanies.CompanyKey(company)) is not { } profile || own.Exists(row => !TableCompanies.IsOf(company, row.Key)))
            throw new InvalidDataException($"The backup's profile is not that of {company}.");
        // Its row is found by its key, but its books by the id that it gives itself.
        if (Readable(() => TableCompanies.CompanyOf(profile)).Id != company)
            throw new InvalidDataException("The backup's profile gives itself another id.");
        foreach (var batch in BatchPlanner.Split(own.Where(row => row != profile).Select(TableAction.Upsert)))
            await companies.SubmitAsync(batch, cancellationToken);
        try
        {
            await companies.SubmitAsync([TableAction.Insert(profile), TableAction.Upsert(new TableRow(TableCompanies.Partition, OriginKey(company)) { Columns = { ["Origin"] = origin } })], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
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

    // Rows are independent of each other until the company exists, and writing them again changes nothing.
    private static async Task WriteAsync(ITable table, Stream text, Func<JsonElement, IReadOnlyList<TableRow>> read, CancellationToken cancellationToken)
    {
        var waiting = new List<TableAction>();
        var bytes = 0L;
        await foreach (var line in LinesOf(text, cancellationToken))
        {
            foreach (var row in Readable(() => read(line)))
            {
                waiting.Add(TableAction.Upsert(row));
                bytes += BatchPlanner.RowBytes(row);
            }

            if (waiting.Count < 100 && bytes < 1024 * 1024)
                continue;
            await SubmitAsync();
        }

        await SubmitAsync();

        async Task SubmitAsync()
        {
            foreach (var batch in BatchPlanner.Split(waiting))
                await table.SubmitAsync(batch, cancellationToken);
            waiting.Clear();
            bytes = 0;
        }
    }

    private static async IAsyncEnumerable<JsonElement> LinesOf(Stream text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(text, leaveOpen: true);
        while (await reader.ReadLineAsync(cancellationToken) is { } line)
        {
            using var json = Parse(line);
            yield return json.RootElement;
        }
    }

    private static JsonDocument Parse(string line) => Readable(() => JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 128 }));

    // A line that was forged may lack anything, and hold anything else in its place.
    private static T Readable<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException("A line of the backup is none of ours.", exception);
        }
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
