using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Formats;
using EDefter.Core.Sealing;
using EDefter.Tests.Formats;

namespace EDefter.Tests.Sealing;

/// <summary>A sealed month and what somebody made of it, as tables that a test can damage cell by cell.</summary>
internal sealed class SealedTwin
{
    public const char Separator = ';';

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    private SealedTwin(byte[] zip, ArchiveManifest manifest)
    {
        Zip = zip;
        Manifest = manifest;
        (Name, Content) = Archives.Open(zip)[0];
    }

    public byte[] Zip { get; }

    public ArchiveManifest Manifest { get; }

    public string Name { get; }

    public byte[] Content { get; }

    /// <summary>A month in a profile.</summary>
    public static SealedTwin Of(IReadOnlyList<Core.Journal.JournalEntry> entries, Profile profile)
    {
        var (zip, result) = Archives.Write(entries, profile);
        return new SealedTwin(zip, result.Manifest!);
    }

    /// <summary>A file of any content, as if it had been sealed.</summary>
    public static SealedTwin Of(string name, FileKind kind, byte[] content)
    {
        var (_, result) = Archives.Write(Months.Golden(), Archives.Izibiz);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        var file = new ManifestFile { Name = name, Kind = kind, Bytes = content.Length, Rows = 1, Sha256 = sha256, Content = sha256 };
        return new SealedTwin(Archives.Pack([(name, content)]), result.Manifest! with { Files = [file] });
    }

    /// <summary>The rows of the İzibiz file, its header first.</summary>
    public List<string[]> Rows() => [.. Turkish.GetString(Content).Split('\r', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(Separator))];

    /// <summary>The rows as an İzibiz file again.</summary>
    public static byte[] Text(IEnumerable<string[]> rows) => Turkish.GetBytes(string.Concat(rows.Select(row => string.Join(Separator, row) + "\r")));

    /// <summary>Holds a changed file against what was sealed.</summary>
    public Verification Verify(byte[] found, string? name, bool inZip = false)
    {
        using var upload = new MemoryStream(inZip ? Archives.Pack([(name ?? Name, found)]) : found);
        using var stored = new MemoryStream(Zip);
        using var archive = new SealedArchive(stored);
        return ArchiveVerifier.Verify(Manifest, upload, inZip ? null : name, limits: null, archive);
    }
}
