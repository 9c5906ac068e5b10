namespace EDefter.Core.Workflow.Access;

/// <summary>The configured admin key, kept only as its hash.</summary>
/// <param name="Hash">SHA-256 of the key, hex; null when none is configured: then nobody is admin.</param>
public sealed record AdminKey(string? Hash)
{
    public static AdminKey From(string? key) => new(string.IsNullOrWhiteSpace(key) ? null : ContentHash.Of(key));
}
