using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Checking;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Simulation;

/// <summary>
/// Tells every commit of the books, in the order in which they came to stand: the order that an independent model can follow. And holds every write against
/// "blob first, row last": a blob that a row names stands when the row does.
/// </summary>
/// <param name="inner">The table.</param>
/// <param name="tell">Is told of a commit.</param>
/// <param name="miss">Is told of a blob that a row names and that must stand.</param>
internal sealed class Chronicle(ITable inner, Action<BookAct> tell, Action<BlobArea, string> miss) : TableDecorator(inner)
{
    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        var answer = await Inner.SubmitAsync(actions, cancellationToken).ConfigureAwait(false);
        foreach (var (area, blob) in HeadsOf(actions).SelectMany(head => BlobsOf(head.Head)).Concat(actions.SelectMany(action => BlobsOf(action.Row))))
            miss(area, blob);
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

    private static IEnumerable<(BlobArea Area, string Blob)> BlobsOf(MonthHead head)
    {
        if (head.Check is { Report: { } report })
            yield return (BlobArea.Reports, new ReportName(report).Head);
        if (head.Digest is { } digest)
            yield return (BlobArea.Snapshots, digest.Blob);
        if (head.Numbering is { } numbering)
            yield return (BlobArea.Snapshots, numbering.CompanySnapshot);
    }

    private static IEnumerable<(BlobArea Area, string Blob)> BlobsOf(TableRow row) =>
        row.Key.StartsWith("note|archive|", StringComparison.Ordinal) && WireJson.Read<ArchiveRecord>(TextColumns.Read(row)) is var archive
            ? [(BlobArea.Archives, archive.Zip), (BlobArea.Archives, archive.Manifest)]
            : [];

    private static IEnumerable<(string Month, MonthHead Head)> HeadsOf(IReadOnlyList<TableAction> actions) =>
        from row in actions.Select(action => action.Row)
        where row.Key.StartsWith(LogKeys.Heads, StringComparison.Ordinal) && !LogKeys.IsYear(row.Key)
        select (row.Key[LogKeys.Heads.Length..], StorageJson.Read<MonthHead>(TextColumns.Read(row)));
}
