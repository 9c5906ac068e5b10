namespace EDefter.Core.Workflow.Backups;

/// <summary>What a backup holds; the last entry of its ZIP. Nothing of who or when stands in it: the same books give the same bytes.</summary>
/// <param name="Format">Shape of texts and manifest.</param>
/// <param name="Company">The company's id.</param>
/// <param name="Entries">Every other entry, in the order of the ZIP.</param>
public sealed record BackupManifest(string Format, string Company, IReadOnlyList<BackupEntry> Entries)
{
    public const string EntryName = "manifest.json";

    /// <summary>A reader refuses what it does not know.</summary>
    public const string FormatOne = "edefter-backup-1";
}
