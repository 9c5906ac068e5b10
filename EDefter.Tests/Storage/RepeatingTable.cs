using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>Every answer is lost on the way and every transaction is sent again, as the SDK does.</summary>
internal sealed class RepeatingTable(ITable inner) : TableDecorator(inner)
{
    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        await Inner.SubmitAsync(actions, cancellationToken);
        return await Inner.SubmitAsync(actions, cancellationToken);
    }
}
