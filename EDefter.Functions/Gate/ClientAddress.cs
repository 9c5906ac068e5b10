using System.Net;
using System.Net.Sockets;

namespace EDefter.Functions.Gate;

/// <summary>
/// Where a request comes from. On Azure the Functions host hands it on from the same machine, and the last entry of <c>X-Forwarded-For</c> is what the platform saw; from anywhere
/// else the header is what the caller says and does not count. An IPv6 client has a whole /64 to itself, so that is one address.
/// </summary>
public static class ClientAddress
{
    public static string Of(HttpContext http)
    {
        var remote = http.Connection.RemoteIpAddress;
        return Text(remote is null || IPAddress.IsLoopback(remote) ? Forwarded(http.Request.Headers["X-Forwarded-For"].ToString()) ?? remote : remote);
    }

    private static IPAddress? Forwarded(string header)
    {
        var last = header[(header.LastIndexOf(',') + 1)..].Trim();
        return IPEndPoint.TryParse(last, out var end) ? end.Address : null;
    }

    private static string Text(IPAddress? address)
    {
        if (address is null)
            return "unknown";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }
}
