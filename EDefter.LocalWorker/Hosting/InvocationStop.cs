using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace EDefter.LocalWorker.Hosting;

/// <summary>The two moments of stopping: at once nothing new is begun; after some patience, what still runs is cancelled.</summary>
internal sealed class InvocationStop : IDisposable
{
    private readonly CancellationTokenSource patienceIsOver = new();
    private readonly IHostApplicationLifetime lifetime;

    public InvocationStop(IHostApplicationLifetime lifetime, IOptions<LocalWorkerOptions> options)
    {
        this.lifetime = lifetime;
        lifetime.ApplicationStopping.Register(() => patienceIsOver.CancelAfter(options.Value.StopPatience));
    }

    public CancellationToken BeginNothing => lifetime.ApplicationStopping;

    public CancellationToken EndEverything => patienceIsOver.Token;

    public void Dispose() => patienceIsOver.Dispose();
}
