using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>What proves to a receiver that a message is ours and fresh: HMAC-SHA256 of <c>{unix seconds}.{body}</c> under each secret.</summary>
public static class HookSignature
{
    public const string Header = "EDefter-Signature";

    /// <returns><c>t={unix seconds},v1={hex}</c>, one <c>v1</c> for each secret.</returns>
    public static string Of(IReadOnlyList<string> secrets, DateTimeOffset at, ReadOnlySpan<byte> body)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var signed = new byte[seconds.Length + 1 + body.Length];
        Encoding.ASCII.GetBytes(seconds, signed);
        signed[seconds.Length] = (byte)'.';
        body.CopyTo(signed.AsSpan(seconds.Length + 1));
        var header = new StringBuilder("t=").Append(seconds);
        foreach (var secret in secrets)
            header.Append(",v1=").Append(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed)));
        return header.ToString();
    }
}
