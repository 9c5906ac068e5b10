using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The secrets of hooks: HKDF-SHA256 (RFC 5869) of the server's key, so that none is stored and each is another's neighbour in nothing.</summary>
public sealed class HookSecrets(HookMasterKey master)
{
    private const int SecretBytes = 32;

    /// <summary>Without a key of the server nobody can be signed for.</summary>
    public bool AreMissing => master.Bytes is null;

    /// <summary>64 hex digits.</summary>
    /// <exception cref="InvalidOperationException">The server has no key.</exception>
    public string Of(string company, string hook, int version)
    {
        var key = master.Bytes ?? throw new InvalidOperationException("The server has no key for webhooks.");
        // Neither a company's id nor a hook's holds a line feed.
        var info = string.Create(CultureInfo.InvariantCulture, $"edefter-webhook\n{company}\n{hook}\n{version}");
        return Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, key, SecretBytes, salt: [], Encoding.UTF8.GetBytes(info)));
    }

    /// <summary>The secrets that sign for a hook at an instant, the present one first; empty when the server's key is not the one that its secret was derived from.</summary>
    public IReadOnlyList<string> SigningFor(Hook hook, DateTimeOffset now)
    {
        if (AreMissing)
            return [];
        var present = Of(hook.Company, hook.Id, hook.SecretVersion);
        if (!string.Equals(ContentHash.Of(present), hook.SecretHash, StringComparison.Ordinal))
            return [];
        return hook.PreviousUntil > now ? [present, Of(hook.Company, hook.Id, hook.SecretVersion - 1)] : [present];
    }
}
