using System.Net;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Which addresses may be called: all public ones over https, and what the server's setting names, over http too.</summary>
/// <param name="Named">Networks that are not public and may be called all the same.</param>
public sealed record HookNetworks(IReadOnlyList<IPNetwork> Named)
{
    /// <param name="setting">Addresses and networks with commas between them: <c>127.0.0.1, 10.1.2.0/24</c>; null or empty: none.</param>
    /// <exception cref="FormatException">It names something else.</exception>
    public static HookNetworks From(string? setting) =>
        new([.. (setting ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read)]);

    /// <summary>An IPv4 address that is written as an IPv6 address is never allowed: nobody honest has one, and <see cref="IPNetwork"/> would take it for the IPv4 address.</summary>
    public bool Allow(IPAddress address, bool isHttps) =>
        !address.IsIPv4MappedToIPv6 && (Named.Any(network => network.Contains(address)) || (isHttps && PublicAddresses.Contain(address)));

    private static IPNetwork Read(string text)
    {
        if (IPAddress.TryParse(text, out var address))
            return new IPNetwork(address, address.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) ? network : throw new FormatException($"{text} is no address and no network.");
    }
}
