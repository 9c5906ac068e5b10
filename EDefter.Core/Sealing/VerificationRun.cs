using EDefter.Core.Reading;
using EDefter.Core.Reading.Tables;
using EDefter.Core.Sealing.Comparison;

namespace EDefter.Core.Sealing;

/// <summary>What is carried through one verification.</summary>
internal sealed class VerificationRun(ArchiveManifest manifest, VerifiedUpload upload, VerifyLimits limits, SealedArchive? archive)
{
    private bool sawText;

    public ArchiveManifest Manifest => manifest;

    public VerifiedUpload Upload => upload;

    public VerifyLimits Limits => limits;

    public bool HasArchive => archive is not null;

    public DifferenceTally Tally { get; } = new();

    /// <summary>The program that saved a workbook of it.</summary>
    public string? SavedBy { get; set; }

    /// <summary>The same, with nothing found yet.</summary>
    public VerificationRun Fresh() => new(manifest, upload, limits, archive);

    /// <summary>Names what was done to a file, where the stored archive is at hand.</summary>
    /// <returns>Rows that were known again.</returns>
    public int Describe(ManifestFile file, Func<Stream> openFound)
    {
        if (archive is null)
            return 0;
        var comparison = new FileComparison(limits, Tally);
        try
        {
            var rows = comparison.Run(file.Name, archive.ColumnNames, () => archive.Open(file), openFound);
            SavedBy ??= comparison.SavedBy;
            sawText |= comparison.SawText;
            return rows;
        }
        catch (Exception exception) when (exception is TableLimitException or BodyTooLargeException or InvalidDataException or UploadLimitException)
        {
            // The file is told as changed already; this says why no cell of it is.
            Tally.Add(new ArchiveDifference { File = file.Name, Kind = DifferenceKind.Unreadable, Message = $"{file.Name} hücre hücre karşılaştırılamadı: dosya bozuk ya da mühürlenenden çok büyük." });
            return 0;
        }
    }

    public Verification Altered(string? likely = null) => new()
    {
        Verdict = Verdict.Altered,
        Differences = Tally.Listed,
        Counts = Tally.Counts,
        Likely = DifferenceText.Likely(SavedBy, sawText, Tally) ?? likely,
    };
}
