using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A missing batch guard: a request that is repeated does not find itself.</summary>
internal sealed class ForgottenAnswers : Plant
{
    private const string Batch = "batch|";

    public override ITable Table(ITable table) => new Mutant(table);

    private sealed class Mutant(ITable inner) : TableDecorator(inner)
    {
        public override Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) =>
            row.StartsWith(Batch, StringComparison.Ordinal) ? Task.FromResult<TableRow?>(null) : base.FindAsync(partition, row, cancellationToken);

        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            base.SubmitAsync([.. actions.Select(action => action.Row.Key.StartsWith(Batch, StringComparison.Ordinal) ? TableAction.Upsert(action.Row) : action)], cancellationToken);
    }
}
