using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EDefter.LocalWorker.Hosting;

/// <summary>What tests need and the real worker does not have.</summary>
public static class LocalWorkerHostExtensions
{
    /// <summary>Where the started host listens, with the port it was given or chose.</summary>
    /// <exception cref="InvalidOperationException">The host has not been started.</exception>
    public static Uri GetLocalAddress(this IHost host)
    {
        var addresses = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses;
        return addresses is { Count: > 0 } ? new Uri(addresses.First()) : throw new InvalidOperationException("The host has not been started");
    }
}
