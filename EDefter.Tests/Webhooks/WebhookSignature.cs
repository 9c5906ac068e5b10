using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Tests.Webhooks;

/// <summary>What docs/webhooks.md gives to receivers in C#: the test holds the two texts against each other.</summary>
public static class WebhookSignature
{
    public static bool IsGenuine(string header, byte[] body, string secret, DateTimeOffset now)
    {
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        var t = parts.Find(part => part[0] == "t")?[1];
        if (!long.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || Math.Abs(now.ToUnixTimeSeconds() - seconds) > 300)
            return false;
        byte[] signed = [.. Encoding.UTF8.GetBytes(t + "."), .. body];
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed));
        return parts.Exists(part => part[0] == "v1" && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(part[1]), Encoding.UTF8.GetBytes(expected)));
    }
}
