namespace EDefter.Functions.Local;

/// <summary>Ends the program on a developer's machine, also when it cannot be ended in time.</summary>
internal static class LocalStop
{
    /// <param name="stop">Stops the host, or waits until somebody has stopped it; cancelled when the host's patience is over.</param>
    /// <param name="error">Where it is told.</param>
    /// <returns>0, or 1 when something was still running when the patience was over.</returns>
    public static async Task<int> RunAsync(Func<Task> stop, TextWriter error)
    {
        try
        {
            await stop();
            return 0;
        }
        catch (Exception fault) when (IsImpatience(fault))
        {
            await error.WriteLineAsync(
                "\nDurdurma bitirilemedi; depoya ulaşılamıyor olabilir. Süren işler kuyrukta, yeniden başlatınca sürer." +
                "\nStopping could not be finished; storage may be out of reach. Running jobs are on the queue and go on after the next start.");
            return 1;
        }
    }

    // A host tells of several services that could not be stopped at once.
    private static bool IsImpatience(Exception fault) =>
        fault is OperationCanceledException || (fault is AggregateException { InnerExceptions: { Count: > 0 } all } && all.All(IsImpatience));
}
