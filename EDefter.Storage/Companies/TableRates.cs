using System.Globalization;
using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Companies;

/// <summary>Table <c>Companies</c>, partition <c>rates</c>: a row for each day, keyed yyyy-MM-dd. The last writer of a day wins.</summary>
internal sealed class TableRates(ITable table) : IRates
{
    private const string Partition = "rates";

    public async Task SaveAsync(DayRates rates, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition, Key(rates.Day));
        TextColumns.Write(row, StorageJson.Write(rates.Rates));
        await table.SubmitAsync([TableAction.Upsert(row)], cancellationToken);
    }

    public async IAsyncEnumerable<DayRates> ReadAsync(DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The character after '9' ends the range behind the last day, whatever stands there.
        await foreach (var row in table.QueryAsync(new TableRange(Partition, Key(from), Key(to) + ":"), cancellationToken))
        {
            var rates = StorageJson.Read<ExchangeRate[]>(TextColumns.Read(row));
            if (rates.Length > 0)
                yield return new DayRates(DateOnly.ParseExact(row.Key, "yyyy-MM-dd", CultureInfo.InvariantCulture), rates);
        }
    }

    private static string Key(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
