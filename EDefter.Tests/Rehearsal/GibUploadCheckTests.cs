using System.IO.Compression;
using EDefter.Core.Reading;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Rehearsal;

/// <summary>Single documents, ZIPs of parts and ZIPs of a month's folder are opened alike; bombs and strangers are not.</summary>
public sealed class GibUploadCheckTests
{
    private const string Folder = "0010213576/01.01.2025-31.12.2025/01/";

    private static readonly IReadOnlyDictionary<string, byte[]> Documents = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { Signer = TestCertificate.Signer }).Documents;

    [Fact]
    public void A_months_folder_is_checked_whole_however_it_is_packed()
    {
        var flat = Zip([.. Documents.Select(file => (Folder + file.Key, file.Value)), (Folder + "yevmiye.xslt", "x"u8.ToArray())]);
        var nested = Zip([.. Documents.Select(file => (Folder + file.Key.Replace(".xml", ".zip", StringComparison.Ordinal), Zip([(file.Key, file.Value)])))]);
        foreach (var upload in new[] { flat, nested })
        {
            var report = Run(upload, "ocak.zip");
            Assert.Equal(5, report.Documents.Count);
            Assert.All(report.Documents, document => Assert.Empty(document.Findings));
            Assert.True(report.IsClean);
        }

        Assert.Equal([Folder + "yevmiye.xslt"], Run(flat, "ocak.zip").Ignored);
    }

    [Fact]
    public void A_single_document_needs_its_official_name()
    {
        var (name, content) = Documents.First();
        Assert.True(Run(content, name).IsClean);
        Assert.Empty(Run(content, null).Documents);
        Assert.Empty(Run(content, "defter.xml").Documents);
    }

    [Fact]
    public void Under_another_months_name_the_document_says_so()
    {
        var (name, content) = Documents.First();
        var report = Run(content, name.Replace("202501", "202502", StringComparison.Ordinal));
        Assert.Contains("Y41", report.Documents[0].Counts.Keys);
    }

    [Fact]
    public void Documents_in_different_folders_are_held_against_each_other()
    {
        var other = GibMonths.Write(Months.Number([Months.Simple(1)], 1, 1)).Documents;
        var report = Run(Zip([.. Documents.Select(file => ("a/" + file.Key, file.Key.Contains("-K-", StringComparison.Ordinal) ? other[file.Key] : file.Value))]), null);
        Assert.Contains("EK15", report.Documents.SelectMany(document => document.Counts.Keys));
    }

    [Fact]
    public void Findings_beyond_the_limit_are_counted()
    {
        var (name, content) = Documents.First(file => file.Key.Contains("-Y-", StringComparison.Ordinal));
        var broken = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(content).Replace("decimals=\"INF\"", "decimals=\"2\"", StringComparison.Ordinal));
        var document = Assert.Single(Run(broken, name, new GibUploadLimits { FindingsMax = 3 }).Documents);
        Assert.Equal(3, document.Findings.Count);
        Assert.True(document.FindingCount > 3);
        Assert.Equal(document.FindingCount, document.Counts.Values.Sum());
    }

    [Fact]
    public void What_is_larger_than_the_authoritys_files_is_refused()
    {
        var (name, content) = Documents.First();
        Assert.Throws<BodyTooLargeException>(() => Run(content, name, new GibUploadLimits { DocumentBytesMax = 100 }));
        var bomb = Zip([(name, [.. "<a>"u8, .. new byte[20_000_000].Select(_ => (byte)' ')])]);
        Assert.Throws<BodyTooLargeException>(() => Run(bomb, null, new GibUploadLimits { BytesMax = 1_000_000 }));
        var nested = Zip([("a.zip", Zip([(name, new byte[5_000_000])]))]);
        Assert.Throws<BodyTooLargeException>(() => Run(nested, null, new GibUploadLimits { NestedBytesMax = 1000 }));
        Assert.Throws<BodyTooLargeException>(() => Run(Zip([.. Enumerable.Range(0, 2000).Select(i => ($"dosya-{i}", Array.Empty<byte>()))]), null, new GibUploadLimits { DirectoryBytesMax = 10_000 }));
    }

    private static GibCheckReport Run(byte[] upload, string? name, GibUploadLimits? limits = null) => GibUploadCheck.Run(new MemoryStream(upload), name, limits ?? new GibUploadLimits(), SchemaJudge.None);

    private static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
