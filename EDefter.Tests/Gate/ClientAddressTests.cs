using System.Net;
using EDefter.Functions.Gate;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>Which address a request is counted for.</summary>
public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.7", null, "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", null, "203.0.113.7")]
    // From anywhere but this machine the header is the caller's own word.
    [InlineData("203.0.113.7", "198.51.100.1", "203.0.113.7")]
    // Handed on by the host: what the platform added last counts, whatever stands before it.
    [InlineData("127.0.0.1", "198.51.100.1:50123", "198.51.100.1")]
    [InlineData("::1", "10.0.0.1, 198.51.100.1:50123", "198.51.100.1")]
    [InlineData("127.0.0.1", "nobody", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.1,", "127.0.0.1")]
    [InlineData(null, null, "unknown")]
    // A client of IPv6 chooses among the addresses of its network.
    [InlineData("2001:db8:1:2:3:4:5:6", null, "20010db800010002")]
    [InlineData("127.0.0.1", "[2001:db8:1:2:ffff::9]:443", "20010db800010002")]
    public void A_request_is_counted_for_who_sent_it(string? remote, string? forwarded, string expected)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        if (forwarded is not null)
            http.Request.Headers["X-Forwarded-For"] = forwarded;
        Assert.Equal(expected, ClientAddress.Of(http));
    }
}
