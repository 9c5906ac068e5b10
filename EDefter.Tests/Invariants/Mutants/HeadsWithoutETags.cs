using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A missing ETag on heads: the months' rows and the year's are written whatever stands there by now.</summary>
internal sealed class HeadsWithoutETags : Plant
{
    public override ITable Table(ITable table) => new Mutant(table);

    private sealed class Mutant(ITable inner) : TableDecorator(inner)
    {
        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            base.SubmitAsync([.. actions.Select(action => action.Row.Key.StartsWith("head|", StringComparison.Ordinal) ? TableAction.Upsert(action.Row) : action)], cancellationToken);
    }
}
