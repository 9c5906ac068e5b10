using EDefter.Core.Workflow.Ports;
using EDefter.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Live;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>An application whose gate takes every key for one of the company that is asked for.</summary>
internal static class OpenGate
{
    public static async Task<IHost> StartAsync(string company)
    {
        var storage = (await Azurite.SharedAsync()).ConnectionString;
        var builder = FunctionsApplication.CreateBuilder(["--port", "0"]);
        builder.Configuration["AzureWebJobsStorage"] = storage;
        builder.UseFunctionAssemblies(typeof(EDefterApplication).Assembly);
        builder.UseEDefter(storage, LiveApp.AdminKey, TimeProvider.System);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var keys = builder.Services.Last(service => service.ServiceType == typeof(IKeys));
        builder.Services.AddSingleton<IKeys>(new Mutant((IKeys)keys.ImplementationInstance!, company));
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return host;
    }

    public static Uri AddressOf(IHost host) => host.GetLocalAddress();

    private sealed class Mutant(IKeys inner, string company) : IKeys
    {
        public async Task<ApiKey?> FindAsync(string keyId, CancellationToken cancellationToken) =>
            await inner.FindAsync(keyId, cancellationToken) is { } key ? key with { Company = company } : null;

        public IAsyncEnumerable<ApiKey> ListAsync(string company, CancellationToken cancellationToken) => inner.ListAsync(company, cancellationToken);

        public Task InsertAsync(ApiKey key, CancellationToken cancellationToken) => inner.InsertAsync(key, cancellationToken);

        public Task<bool> ReplaceAsync(ApiKey read, ApiKey changed, ApiKey successor, CancellationToken cancellationToken) => inner.ReplaceAsync(read, changed, successor, cancellationToken);

        public Task<bool> RevokeAsync(string company, string keyId, DateTimeOffset at, CancellationToken cancellationToken) => inner.RevokeAsync(company, keyId, at, cancellationToken);

        public Task TouchAsync(ApiKey key, DateTimeOffset usedAt, CancellationToken cancellationToken) => inner.TouchAsync(key, usedAt, cancellationToken);

        public Task NoteWarningAsync(KeyWarning warning, CancellationToken cancellationToken) => inner.NoteWarningAsync(warning, cancellationToken);

        public IAsyncEnumerable<KeyWarning> ListWarningsAsync(string company, CancellationToken cancellationToken) => inner.ListWarningsAsync(company, cancellationToken);
    }
}
