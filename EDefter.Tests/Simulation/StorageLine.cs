namespace EDefter.Tests.Simulation;

/// <summary>One process's line to the storage: every call is an event, and may meet a mishap. Whoever's process is gone never hears an answer.</summary>
internal sealed class StorageLine(Schedule schedule, Weather weather, SimulatedProcess process)
{
    public Weather Weather => weather;

    /// <summary>Carries a call out, once or twice or not at all.</summary>
    public async Task<T> CallAsync<T>(Func<Task<T>> call, bool isWrite)
    {
        var mishap = weather.Next(isWrite);
        await schedule.PassAsync(weather.Latency(), process).ConfigureAwait(false);
        if (mishap == Mishap.DeathBefore)
            return await DieAsync<T>().ConfigureAwait(false);
        if (mishap == Mishap.LostBefore)
            throw new StorageFaultException(mishap);
        var answer = await call().ConfigureAwait(false);
        if (mishap == Mishap.SentTwice)
            return await call().ConfigureAwait(false);
        if (mishap == Mishap.DeathAfter)
            return await DieAsync<T>().ConfigureAwait(false);
        return mishap == Mishap.LostAfter ? throw new StorageFaultException(mishap) : answer;
    }

    // Its events are forgotten, so this never ends.
    private async Task<T> DieAsync<T>()
    {
        process.Die();
        await schedule.PassAsync(TimeSpan.Zero, process).ConfigureAwait(false);
        throw new InvalidOperationException("A dead process goes on.");
    }
}
