using System.Text.Json.Serialization;
using EDefter.Core.Companies;

namespace EDefter.Core.Workflow.Archiving;

/// <summary>The work item of an archive: carried from queue to queue until its row is written.</summary>
/// <param name="Job">The job it belongs to.</param>
/// <param name="Archive">The archive's identity, known before it is written.</param>
/// <param name="Period">The month.</param>
/// <param name="Profile">The profile's id.</param>
/// <param name="Zip">Blob of the ZIP.</param>
/// <param name="Manifest">Blob of the manifest beside it.</param>
/// <param name="ProfileHash"><see cref="ArchiveJobRequest.ProfileHash"/>.</param>
/// <param name="Parameters"><see cref="ArchiveJobRequest.Parameters"/>, with those that a draft was settled on.</param>
/// <param name="Company">Snapshot of the company that stands above a draft's entries, as it was when the draft was asked for; null: that of the numbers.</param>
public sealed record ArchiveOrder(string Job, string Archive, Period Period, string Profile, string Zip, string Manifest, string? ProfileHash = null, IReadOnlyDictionary<string, string>? Parameters = null, string? Company = null)
{
    /// <summary>Blob of the prints of its entries.</summary>
    public string Entries => Manifest + ".entries";

    /// <summary>Blob of the journal beside them (<see cref="ArchivedJournal"/>).</summary>
    [JsonIgnore]
    public string Journal => Manifest + ".journal.gz";
}
