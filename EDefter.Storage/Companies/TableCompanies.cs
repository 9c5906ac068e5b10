using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Companies;

/// <summary>
/// Table <c>Companies</c>, one partition: <c>company|{id}</c> holds the profile, <c>chart|{id}</c> names the blob of the chart of accounts,
/// <c>format|{id}|{profile}</c> names the versions of a file format of the company's own, <c>reading|{id}|{profile}</c> those of a way of reading tables.
/// The blob is named by its content and written first; the row is the commit.
/// </summary>
internal sealed class TableCompanies(ITable table, IBlobs blobs) : ICompanies
{
    internal const string Partition = "companies";

    public async Task<Versioned<Company>?> FindAsync(string company, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition, CompanyKey(company), cancellationToken);
        return row is null ? null : new Versioned<Company>(CompanyOf(row), row.ETag);
    }

    public async IAsyncEnumerable<Company> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition, "company|"), cancellationToken))
            yield return CompanyOf(row);
    }

    public async Task<bool> SaveAsync(Company company, string? version, CancellationToken cancellationToken)
    {
        return await TryWriteAsync(RowOf(company), version, cancellationToken);
    }

    public async Task<Versioned<ChartOfAccounts>?> FindChartAsync(string company, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition, ChartKey(company), cancellationToken);
        if (row is null)
            return null;
        var name = row.Text("Blob");
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, name, cancellationToken)
            ?? throw new InvalidDataException("The chart of accounts " + name + " is named by its row and missing.");
        await using var inflated = new DeflateStream(blob, CompressionMode.Decompress);
        using var json = new MemoryStream();
        await inflated.CopyToAsync(json, cancellationToken);
        var stored = StorageJson.Read<StoredChart>(json.GetBuffer().AsSpan(0, (int)json.Length));
        return new Versioned<ChartOfAccounts>(new ChartOfAccounts(stored.Accounts, stored.IsComplete), row.ETag);
    }

    public async Task<bool> SaveChartAsync(string company, ChartOfAccounts chart, string? version, CancellationToken cancellationToken)
    {
        var json = StorageJson.WriteBytes(new StoredChart(chart.IsComplete, chart.Accounts));
        var name = "charts/" + RowKeys.Escape(company) + "/" + Convert.ToHexStringLower(SHA256.HashData(json)) + ".json.deflate";
        if (!await blobs.ExistsAsync(BlobArea.Snapshots, name, cancellationToken))
            await WriteBlobAsync(name, json, cancellationToken);
        var row = new TableRow(Partition, ChartKey(company)) { Columns = { ["Blob"] = name } };
        return await TryWriteAsync(row, version, cancellationToken);
    }

    public async Task<Versioned<CompanyProfile>?> FindProfileAsync(string company, CompanyProfileKind kind, string id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition, ProfilePrefix(company, kind) + RowKeys.Escape(id), cancellationToken);
        return row is null ? null : new Versioned<CompanyProfile>(StorageJson.Read<CompanyProfile>(TextColumns.Read(row)), row.ETag);
    }

    public async IAsyncEnumerable<CompanyProfile> ListProfilesAsync(string company, CompanyProfileKind kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition, ProfilePrefix(company, kind)), cancellationToken))
            yield return StorageJson.Read<CompanyProfile>(TextColumns.Read(row));
    }

    public async Task<bool> SaveProfileAsync(CompanyProfile profile, string? version, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition, ProfilePrefix(profile.Company, profile.Kind) + RowKeys.Escape(profile.Id));
        TextColumns.Write(row, StorageJson.Write(profile));
        return await TryWriteAsync(row, version, cancellationToken);
    }

    private async Task WriteBlobAsync(string name, byte[] json, CancellationToken cancellationToken)
    {
        await using var blob = await blobs.CreateAsync(BlobArea.Snapshots, name, "application/octet-stream", cancellationToken);
        await using var deflated = new DeflateStream(blob, CompressionLevel.Fastest);
        // Whoever leaves at this moment must not leave half a chart behind: its name says that it is there, and nobody writes it again.
        await deflated.WriteAsync(json, CancellationToken.None);
    }

    private async Task<bool> TryWriteAsync(TableRow row, string? version, CancellationToken cancellationToken)
    {
        try
        {
            await table.SubmitAsync([TableAction.Write(row, version)], cancellationToken);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }

    /// <summary>The rows that are a company's own.</summary>
    internal static IEnumerable<TableRange> RangesOf(string company) =>
        [Only(CompanyKey(company)), Only(ChartKey(company)), TableRange.Prefix(Partition, ProfilePrefix(company, CompanyProfileKind.Format)), TableRange.Prefix(Partition, ProfilePrefix(company, CompanyProfileKind.Reading))];

    internal static bool IsOf(string company, string key) =>
        key == CompanyKey(company) || key == ChartKey(company)
        || key.StartsWith(ProfilePrefix(company, CompanyProfileKind.Format), StringComparison.Ordinal)
        || key.StartsWith(ProfilePrefix(company, CompanyProfileKind.Reading), StringComparison.Ordinal);

    internal static TableRow RowOf(Company company)
    {
        var row = new TableRow(Partition, CompanyKey(company.Id));
        TextColumns.Write(row, StorageJson.Write(company));
        return row;
    }

    internal static Company CompanyOf(TableRow row) => StorageJson.Read<Company>(TextColumns.Read(row));

    internal static string CompanyKey(string company) => "company|" + RowKeys.Escape(company);

    private static string ProfilePrefix(string company, CompanyProfileKind kind) => (kind == CompanyProfileKind.Reading ? "reading|" : "format|") + RowKeys.Escape(company) + "|";

    private static TableRange Only(string key) => new(Partition, key, key + "\u0001");

    private static string ChartKey(string company) => "chart|" + RowKeys.Escape(company);
}
