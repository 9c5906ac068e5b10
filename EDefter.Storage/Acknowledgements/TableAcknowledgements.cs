using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Acknowledgements;

/// <summary>Table <c>Acknowledgements</c>: a partition per book, a row per acknowledgement.</summary>
internal sealed class TableAcknowledgements(ITable table) : IAcknowledgements
{
    internal const string Prefix = "ack|";

    public async IAsyncEnumerable<Acknowledgement> ListAsync(BookId book, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in table.QueryAsync(TableRange.Prefix(Partition(book), Prefix), cancellationToken))
            yield return Read(row);
    }

    public async Task<Versioned<Acknowledgement>?> FindAsync(BookId book, string id, CancellationToken cancellationToken)
    {
        var row = await table.FindAsync(Partition(book), Key(id), cancellationToken);
        return row is null ? null : new Versioned<Acknowledgement>(Read(row), row.ETag);
    }

    public async Task<bool> SaveAsync(BookId book, Acknowledgement acknowledgement, string? version, CancellationToken cancellationToken)
    {
        var row = new TableRow(Partition(book), Key(acknowledgement.Id));
        TextColumns.Write(row, StorageJson.Write(acknowledgement));
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

    private static Acknowledgement Read(TableRow row) => StorageJson.Read<Acknowledgement>(TextColumns.Read(row));

    internal static string Partition(BookId book) => RowKeys.Escape(book.Company) + "|" + RowKeys.Escape(book.Branch);

    private static string Key(string id) => Prefix + RowKeys.Escape(id);
}
