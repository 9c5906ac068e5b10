using EDefter.Functions.Gate.Entra;
using EDefter.Functions.Gate.Limits;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Protocols;

namespace EDefter.Functions.Gate;

/// <summary>What the gate is made of.</summary>
internal static class GateRegistration
{
    // Somebody waits before the gate: a directory that answers later is away.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddGate(this IServiceCollection services)
    {
        services.AddSingleton<AccessTable>().AddSingleton<Entrance>().AddSingleton<KeyUses>().AddSingleton<GuessLimit>().AddSingleton<CallerLimit>().AddSingleton<EntraTokens>();
        services.TryAddSingleton<IDocumentRetriever>(static _ => new HttpDocumentRetriever(new HttpClient { Timeout = Patience }) { RequireHttps = true });
        return services;
    }
}
