using EDefter.Storage.Tables;

namespace EDefter.Tests.Storage;

/// <summary>Its writer's commits wait on their way until somebody lets them go.</summary>
internal sealed class HeldTable(ITable inner) : TableDecorator(inner)
{
    private readonly TaskCompletionSource way = new();

    public bool IsHolding { get; private set; }

    public void Let() => way.TrySetResult();

    public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
    {
        if (actions.Any(static action => action.Row.Key.StartsWith("commit|", StringComparison.Ordinal)))
        {
            IsHolding = true;
            await way.Task;
        }

        return await Inner.SubmitAsync(actions, cancellationToken);
    }
}
