using System.Net;
using System.Text.Json;
using EDefter.LocalWorker.Hosting;
using EDefter.Storage;
using EDefter.Tests.Kills;
using EDefter.Tests.Live;
using Microsoft.Extensions.Hosting;

namespace EDefter.Tests.Faults;

/// <summary>The application over Azurite with a bad network in between; whoever is answered 500 asks again.</summary>
internal sealed class FaultyApp : IJourneyApp, IAsyncDisposable
{
    private const int TriesMost = 60;

    private readonly IHost host;
    private readonly HttpClient client;

    private FaultyApp(IHost host)
    {
        this.host = host;
        client = new HttpClient { BaseAddress = host.GetLocalAddress(), Timeout = TimeSpan.FromMinutes(2) };
    }

    public string AdminKey => LiveApp.AdminKey;

    /// <summary>How often somebody was answered with a fault of ours.</summary>
    public int Faults { get; private set; }

    public static async Task<FaultyApp> StartAsync(string storage, FaultyTransport transport) =>
        new(await LiveApp.StartAsync(storage, TimeProvider.System, builder => builder.Services.AddEDefterStorage(storage, TimeProvider.System, transport)));

    public async Task<T> AskAsync<T>(Func<HttpClient, Task<T>> ask, Func<Task> afterDeath, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var answer = await ask(client);
            if ((object?)answer is not (HttpStatusCode status, JsonElement) || status < HttpStatusCode.InternalServerError || attempt == TriesMost)
                return answer;
            Faults++;
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.StopAsync();
        host.Dispose();
    }
}
