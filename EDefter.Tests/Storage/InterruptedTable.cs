using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>Somebody else acts right before this writer's n-th write.</summary>
internal sealed class InterruptedTable(ITable inner, int before, Func<Task> act) : TableDecorator(inner)
{
    private int writes;

    public bool HasActed => writes >= before;

    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        if (++writes == before)
            await act();
        return await Inner.SubmitAsync(actions, cancellationToken);
    }
}
