using System.Text;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The server's key from which every hook's secret is derived. Whoever has it can sign for everybody: it lives in the configuration, never in storage.</summary>
/// <param name="Bytes">The key; null when none is configured: then nothing is signed, and so nothing is sent.</param>
public sealed record HookMasterKey(byte[]? Bytes)
{
    /// <summary>Characters that a key needs at least: 32 hex digits are 128 bits.</summary>
    public const int CharactersLeast = 32;

    /// <summary>A key that is too short is none.</summary>
    public static HookMasterKey From(string? configured) => new(configured?.Trim() is { Length: >= CharactersLeast } key ? Encoding.UTF8.GetBytes(key) : null);
}
