using EDefter.Storage.Tables;
using EDefter.Tests.Simulation;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Auditing;

/// <summary>A table at the end of a bad line, in simulated time: calls take a while, are lost on their way there or back, or are sent twice.</summary>
/// <param name="inner">The table.</param>
/// <param name="schedule">Its time.</param>
/// <param name="random">Draws the mishaps.</param>
/// <param name="rate">How many calls meet one.</param>
internal sealed class UnkindTable(ITable inner, Schedule schedule, Random random, double rate) : TableDecorator(inner)
{
    public override Task<TableRow?> FindAsync(string partition, string row, CancellationToken cancellationToken) => CallAsync(() => Inner.FindAsync(partition, row, cancellationToken), isWrite: false);

    public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken) => CallAsync(() => Inner.SubmitAsync(actions, cancellationToken), isWrite: true);

    private async Task<T> CallAsync<T>(Func<Task<T>> call, bool isWrite)
    {
        await schedule.PassAsync(TimeSpan.FromMilliseconds(1 + random.Next(20)));
        var mishap = random.NextDouble() >= rate ? Mishap.None : isWrite ? (Mishap)(1 + random.Next(3)) : Mishap.LostBefore;
        if (mishap == Mishap.LostBefore)
            throw new StorageFaultException(mishap);
        var answer = await call();
        await schedule.PassAsync(TimeSpan.FromMilliseconds(1 + random.Next(20)));
        return mishap switch
        {
            Mishap.SentTwice => await call(),
            Mishap.LostAfter => throw new StorageFaultException(mishap),
            _ => answer,
        };
    }
}
