using System.Runtime.CompilerServices;
using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>A listing comes row by row, each as it stands when it is asked for, as the service's comes page by page; somebody else acts right before this reader's n-th page.</summary>
internal sealed class PagedTable(ITable inner, int before, Func<Task> act) : TableDecorator(inner)
{
    private int pages;

    public bool HasActed => pages >= before;

    public override async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            if (++pages == before)
                await act();
            if (await Inner.QueryAsync(range, cancellationToken).FirstOrDefaultAsync(cancellationToken) is not { } row)
                yield break;
            yield return row;
            range = range with { From = row.Key + '\0' };
        }
    }
}
