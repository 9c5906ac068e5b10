namespace EDefter.Tests.Kills;

/// <summary>The program over storage that survives it: killed when told to, started again when somebody needs it.</summary>
internal sealed class MortalApp(string storage) : IJourneyApp, IDisposable
{
    private AppProcess? process;

    /// <summary>How often it died.</summary>
    public int Deaths { get; private set; }

    public string AdminKey => AppProcess.AdminKey;

    public async Task StartAsync(CancellationToken cancellationToken) => process = await AppProcess.StartAsync(storage, settings: null, cancellationToken);

    /// <summary>Kills the process that runs now, and waits until it is gone.</summary>
    public Task KillAsync() => process!.KillAsync();

    /// <summary>Asks until there is an answer. Whoever died before answering is started again and asked the same.</summary>
    /// <param name="ask">Sends the request.</param>
    /// <param name="afterDeath">Looks at the storage while nobody is alive.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<T> AskAsync<T>(Func<HttpClient, Task<T>> ask, Func<Task> afterDeath, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (process is null)
                await StartAsync(cancellationToken);
            try
            {
                return await ask(process!.Client);
            }
            catch (Exception broken) when (broken is HttpRequestException { StatusCode: null } or IOException)
            {
                await process!.EndAsync(broken);
                Deaths++;
                process.Dispose();
                process = null;
                await afterDeath();
            }
        }
    }

    public void Dispose() => process?.Dispose();
}
