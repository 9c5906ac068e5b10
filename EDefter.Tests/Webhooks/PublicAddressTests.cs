using System.Net;
using CsCheck;
using EDefter.Core.Workflow.Webhooks;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>What is not somebody's public address is never called, however it is written.</summary>
public sealed class PublicAddressTests
{
    private static readonly HookNetworks Plain = HookNetworks.From(setting: null);

    // Networks as IANA's registries name them, written down a second time.
    public static TheoryData<string> Special =>
    [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "255.255.255.255/32", "168.63.129.16/32",
        "::/128", "::1/128", "::ffff:0:0/96", "::/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/32", "2001:2::/48", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ];

    [Theory]
    [MemberData(nameof(Special))]
    public void No_address_of_a_special_network_is_public(string text)
    {
        var network = IPNetwork.Parse(text);
        Gen.Byte.Array[16].Sample(
            random =>
            {
                var address = Inside(network, random);
                Assert.False(Plain.Allow(address, isHttps: true), address.ToString());
            },
            iter: 200);
    }

    [Theory]
    [InlineData("169.254.169.254")]
    [InlineData("100.100.100.200")]
    [InlineData("fd00:ec2::254")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("fe80::1%2")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void The_well_known_tricks_are_refused(string address) => Assert.False(Plain.Allow(IPAddress.Parse(address), isHttps: true));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450::1")]
    public void Public_ones_are_called_over_https_only(string address)
    {
        Assert.True(Plain.Allow(IPAddress.Parse(address), isHttps: true));
        Assert.False(Plain.Allow(IPAddress.Parse(address), isHttps: false));
    }

    [Fact]
    public void What_the_setting_names_is_called_over_http_too_and_nothing_beside_it()
    {
        var networks = HookNetworks.From("127.0.0.1, 10.1.2.0/24,fd12::/16");
        foreach (var address in (string[])["127.0.0.1", "10.1.2.200", "fd12::7"])
            Assert.True(networks.Allow(IPAddress.Parse(address), isHttps: false) && networks.Allow(IPAddress.Parse(address), isHttps: true), address);
        foreach (var address in (string[])["127.0.0.2", "10.1.3.1", "::1", "::ffff:127.0.0.1", "fd13::7"])
            Assert.False(networks.Allow(IPAddress.Parse(address), isHttps: true), address);
        Assert.Throws<FormatException>(() => HookNetworks.From("localhost"));
    }

    [Theory]
    [InlineData("https://erp.example/edefter?x=1", true)]
    [InlineData("https://erp.example:8443/", true)]
    [InlineData("https://8.8.8.8/", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("http://erp.example/", false)]
    [InlineData("http://localhost/", false)]
    [InlineData("https://127.0.0.2/", false)]
    [InlineData("https://2130706434/", false)]
    [InlineData("https://0x7f.2/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:127.0.0.1]/", false)]
    [InlineData("https://169.254.169.254/metadata", false)]
    [InlineData("https://ali:gizli@erp.example/", false)]
    [InlineData("https://erp.example/#x", false)]
    [InlineData("https://erp.example/\r\nX: 1", false)]
    [InlineData("ftp://erp.example/", false)]
    [InlineData("/edefter", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void An_address_is_judged_by_its_text_first(string? url, bool isGood)
    {
        var refusal = HookUrl.WhyNot(url, HookNetworks.From("127.0.0.1"));
        Assert.Equal(isGood ? null : "invalid-webhook", refusal?.Type);
    }

    private static IPAddress Inside(IPNetwork network, byte[] random)
    {
        var bytes = network.BaseAddress.GetAddressBytes();
        for (var bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)(random[bit / 8] & (0x80 >> (bit % 8)));
        return new IPAddress(bytes);
    }
}
