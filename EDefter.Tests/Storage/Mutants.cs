using EDefter.Storage.Log;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>Planted mutants: each breaks one law of the log, and the invariants must notice.</summary>
internal static class Mutants
{
    public static ITable None(ITable table) => table;

    /// <summary>A missing ETag: conditions are forgotten, the last writer wins.</summary>
    public static ITable WithoutETags(ITable table) => new ForgettingETags(table);

    /// <summary>A commit before its chunks.</summary>
    public static ITable CommitFirst(ITable table) => new CommittingFirst(table);

    /// <summary>A dropped line: one staged chunk never reaches the table.</summary>
    public static ITable DroppedChunk(ITable table) => new DroppingChunks(table);

    /// <summary>A commit in pieces instead of one transaction.</summary>
    public static ITable InPieces(ITable table) => new Splitting(table);

    /// <summary>A move to another fiscal year that nobody announced.</summary>
    public static ITable UnannouncedMoves(ITable table) => new HidingMoves(table);

    private sealed class ForgettingETags(ITable inner) : TableDecorator(inner)
    {
        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) =>
            base.SubmitAsync([.. actions.Select(action => action.Kind == TableActionKind.Delete ? action : TableAction.Upsert(action.Row))], cancellationToken);
    }

    private sealed class CommittingFirst(ITable inner) : TableDecorator(inner)
    {
        private readonly List<IReadOnlyList<TableAction>> late = [];

        public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            if (actions.All(action => action.Row.Key.StartsWith("chunk|", StringComparison.Ordinal)))
            {
                late.Add(actions);
                return [.. actions.Select(_ => "late")];
            }

            var answer = await base.SubmitAsync(actions, cancellationToken);
            foreach (var chunks in late.ToArray())
            {
                late.Remove(chunks);
                await base.SubmitAsync(chunks, cancellationToken);
            }

            return answer;
        }
    }

    private sealed class DroppingChunks(ITable inner) : TableDecorator(inner)
    {
        public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            if (actions.Count < 2 || !actions[^1].Row.Key.StartsWith("chunk|", StringComparison.Ordinal))
                return await base.SubmitAsync(actions, cancellationToken);
            var answer = await base.SubmitAsync([.. actions.SkipLast(1)], cancellationToken);
            return [.. answer, "dropped"];
        }
    }

    private sealed class Splitting(ITable inner) : TableDecorator(inner)
    {
        public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            var etags = new List<string>();
            foreach (var action in actions)
                etags.AddRange(await base.SubmitAsync([action], cancellationToken));
            return etags;
        }
    }

    private sealed class HidingMoves(ITable inner) : TableDecorator(inner)
    {
        public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            foreach (var action in actions.Where(action => action.Row.Key == LogKeys.Year))
                action.Row.Columns.Remove("Json");
            return base.SubmitAsync(actions, cancellationToken);
        }
    }
}
