using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Companies;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Backups;

/// <summary>Rows <c>restoring|{company}</c> of table <c>Companies</c>: who reads a company back. They lie beside the company's own row, so that making it exist and leaving the place are one.</summary>
internal sealed class RestorePlaces(ITable companies)
{
    // A chunk's row may be of a megabyte.
    private const int RowsAtOnce = 24;

    public async Task<Versioned<RestorePlace>?> FindAsync(string company, CancellationToken cancellationToken)
    {
        var row = await companies.FindAsync(TableCompanies.Partition, KeyOf(company), cancellationToken);
        return row is null ? null : new Versioned<RestorePlace>(StorageJson.Read<RestorePlace>(TextColumns.Read(row)), row.ETag);
    }

    public async Task<string?> SaveAsync(string company, RestorePlace place, string? version, CancellationToken cancellationToken)
    {
        var row = new TableRow(TableCompanies.Partition, KeyOf(company));
        TextColumns.Write(row, StorageJson.Write(place));
        try
        {
            return (await companies.SubmitAsync([TableAction.Write(row, version)], cancellationToken))[0];
        }
        catch (TableConflictException)
        {
            return null;
        }
    }

    /// <summary>For the transaction that makes the company exist.</summary>
    public static TableAction Leave(string company, string version) => TableAction.Delete(TableCompanies.Partition, KeyOf(company), version);

    public async Task LeaveAsync(string company, string version, CancellationToken cancellationToken)
    {
        try
        {
            await companies.SubmitAsync([Leave(company, version)], cancellationToken);
        }
        catch (TableConflictException)
        {
            // Another one has it, or it was left before.
        }
    }

    /// <summary>Empties a range while the place is what it was.</summary>
    /// <returns>False when another one has the place, or the company exists.</returns>
    public async Task<bool> ClearAsync(string company, string version, ITable table, TableRange range, Func<Task> tell, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = await table.QueryAsync(range with { RowsAtOnce = RowsAtOnce }, cancellationToken).Take(RowsAtOnce).ToListAsync(cancellationToken);
            if (rows.Count == 0)
                return true;
            await tell();
            // In this order: what was listed while the place was still this one's, and has not changed since, is nobody else's.
            if (!await IsStillAsync(company, version, cancellationToken))
                return false;
            foreach (var batch in BatchPlanner.Split(rows.Select(static row => TableAction.Delete(row.Partition, row.Key, row.ETag))))
            {
                try
                {
                    await table.SubmitAsync(batch, cancellationToken);
                }
                catch (TableConflictException)
                {
                    // Some of them are gone or changed: the next listing says which.
                }
            }
        }
    }

    private async Task<bool> IsStillAsync(string company, string version, CancellationToken cancellationToken) =>
        string.Equals((await FindAsync(company, cancellationToken))?.Version, version, StringComparison.Ordinal)
        && await companies.FindAsync(TableCompanies.Partition, TableCompanies.CompanyKey(company), cancellationToken) is null;

    private static string KeyOf(string company) => "restoring|" + RowKeys.Escape(company);
}
