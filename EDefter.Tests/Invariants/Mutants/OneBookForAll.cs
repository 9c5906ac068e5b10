using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A partition that ignores the company.</summary>
internal sealed class OneBookForAll : Plant
{
    public override ITable Table(ITable table) => new Mutant(table);

    private static string Shared(string partition) => partition.Replace("ikinci", "birinci", StringComparison.Ordinal);

    private sealed class Mutant(ITable inner) : TableDecorator(inner)
    {
        public override Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) => base.FindAsync(Shared(partition), row, cancellationToken);

        public override IAsyncEnumerable<TableRow> QueryAsync(TableRange range, CancellationToken cancellationToken) => base.QueryAsync(range with { Partition = Shared(range.Partition) }, cancellationToken);

        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            base.SubmitAsync([.. actions.Select(action => action with { Row = Move(action.Row) })], cancellationToken);

        private static TableRow Move(TableRow row)
        {
            var moved = new TableRow(Shared(row.Partition), row.Key) { ETag = row.ETag };
            foreach (var (name, value) in row.Columns)
                moved.Columns[name] = value;
            return moved;
        }
    }
}
