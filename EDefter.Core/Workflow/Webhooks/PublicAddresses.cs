using System.Net;
using System.Net.Sockets;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>Which addresses belong to somebody out there. Source: the IANA special-purpose address registries (IPv4, IPv6), and the platform's own address on Azure.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] NotPublic4 =
    [
        Network("0.0.0.0/8"), // this host
        Network("10.0.0.0/8"), Network("172.16.0.0/12"), Network("192.168.0.0/16"), // private
        Network("100.64.0.0/10"), // carrier-grade NAT
        Network("127.0.0.0/8"), // loopback
        Network("169.254.0.0/16"), // link-local; the cloud's metadata answers at 169.254.169.254
        Network("168.63.129.16/32"), // Azure's own: DNS, health, keys of the host
        Network("192.0.0.0/24"), Network("192.0.2.0/24"), Network("198.51.100.0/24"), Network("203.0.113.0/24"), // protocols, documentation
        Network("192.88.99.0/24"), // 6to4 relays
        Network("198.18.0.0/15"), // measurements
        Network("224.0.0.0/4"), Network("240.0.0.0/4"), // multicast, reserved, broadcast
    ];

    // Of IPv6 only this is given out to anybody; loopback, link-local, unique-local, multicast, mapped and translated IPv4 all lie outside.
    private static readonly IPNetwork GlobalUnicast = Network("2000::/3");

    private static readonly IPNetwork[] NotPublic6 =
    [
        Network("2001::/23"), // protocols, Teredo among them
        Network("2001:db8::/32"), Network("3fff::/20"), // documentation
        Network("2002::/16"), // 6to4: an IPv4 address in disguise
    ];

    public static bool Contain(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Array.Exists(NotPublic4, network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => GlobalUnicast.Contains(address) && !Array.Exists(NotPublic6, network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork Network(string text) => IPNetwork.Parse(text);
}
