using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Simulation;

/// <summary>Tells every commit of the books, in the order in which they came to stand: the order that an independent model can follow.</summary>
internal sealed class Chronicle(ITable inner, Action<BookAct> tell) : TableDecorator(inner)
{
    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        var answer = await Inner.SubmitAsync(actions, cancellationToken).ConfigureAwait(false);
        var commits = actions.Where(action => action.Row.Key.StartsWith("commit|", StringComparison.Ordinal)).Select(action => action.Row).ToList();
        if (commits.Count > 0)
            tell(ActOf(commits, actions));
        return answer;
    }

    private static BookAct ActOf(List<TableRow> commits, IReadOnlyList<TableAction> actions) => new(
        commits[0].Partition[(commits[0].Partition.LastIndexOf('|') + 1)..],
        commits[0].Text("Kind"),
        commits[0].Text("By"),
        [.. commits.Select(row => row.Key[(row.Key.LastIndexOf('|') + 1)..])],
        commits.Sum(row => row.Number("Vouchers")),
        commits[0].Columns.ContainsKey("First") ? commits[0].Number("First") : null,
        HeadsOf(actions).Select(head => head.Head.Numbering?.Numbers.Chain).FirstOrDefault(chain => chain is not null),
        HeadsOf(actions).ToDictionary(head => head.Month, head => head.Head.Vouchers, StringComparer.Ordinal));

    private static IEnumerable<(string Month, MonthHead Head)> HeadsOf(IReadOnlyList<TableAction> actions) =>
        from row in actions.Select(action => action.Row)
        where row.Key.StartsWith(LogKeys.Heads, StringComparison.Ordinal) && !LogKeys.IsYear(row.Key)
        select (row.Key[LogKeys.Heads.Length..], StorageJson.Read<MonthHead>(TextColumns.Read(row)));
}
