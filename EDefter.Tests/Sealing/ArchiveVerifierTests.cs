using System.IO.Compression;
using ClosedXML.Excel;
using EDefter.Core.Sealing;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Sealing;

public sealed class ArchiveVerifierTests
{
    private readonly byte[] zip;
    private readonly ArchiveManifest manifest;
    private readonly byte[] workbookZip;
    private readonly ArchiveManifest workbookManifest;

    public ArchiveVerifierTests()
    {
        (zip, var result) = Archives.Write(Months.Golden(), Archives.Izibiz with { RowsMax = 5 });
        manifest = result.Manifest!;
        (workbookZip, result) = Archives.Write(Months.Golden(), Archives.EDefter);
        workbookManifest = result.Manifest!;
    }

    [Fact]
    public void What_was_sealed_is_intact()
    {
        Assert.Equal(Verdict.Intact, Verify(manifest, zip).Verdict);
        Assert.Equal(Verdict.Intact, Verify(workbookManifest, workbookZip).Verdict);
        foreach (var (name, content) in Archives.Open(zip))
            Assert.Equal(Verdict.Intact, Verify(manifest, content, name).Verdict);
        Assert.Equal(Verdict.Intact, Verify(workbookManifest, Archives.Open(workbookZip)[0].Content, "0010213576_0000_202501_0001 (1).xlsx").Verdict);
    }

    [Fact]
    public void What_was_only_packed_anew_is_intact()
    {
        Assert.Equal(Verdict.Intact, Verify(manifest, Archives.Pack(Archives.Open(zip))).Verdict);
        var (name, workbook) = Archives.Open(workbookZip)[0];
        var repacked = Archives.Pack(Archives.Open(workbook));
        Assert.NotEqual(workbook, repacked);
        Assert.Equal(Verdict.Intact, Verify(workbookManifest, Archives.Pack([(name, repacked)])).Verdict);
        Assert.Equal(Verdict.Intact, Verify(workbookManifest, repacked, name).Verdict);
    }

    [Fact]
    public void A_changed_byte_is_found_and_its_file_named()
    {
        var files = Archives.Open(zip);
        files[2].Content[500] ^= 1;

        var verification = Verify(manifest, Archives.Pack(files));

        Assert.Equal(Verdict.Altered, verification.Verdict);
        var difference = Assert.Single(verification.Differences);
        Assert.Equal((DifferenceKind.Changed, files[2].Name), (difference.Kind, difference.File));
        Assert.Equal(files[2].Name + " dosyasının içeriği mühürlenenden farklı. Dosyayı açmadan yeniden indirin.", difference.Message);
        Assert.Equal(Verdict.Altered, Verify(manifest, files[2].Content, files[2].Name).Verdict);
    }

    [Fact]
    public void Every_changed_byte_of_the_zip_is_noticed_or_changes_nothing()
    {
        // A byte of a ZIP may stand in its bookkeeping (a time, an attribute): then the content is still intact, and must be.
        for (var at = 0; at < zip.Length; at += 7)
        {
            var changed = (byte[])zip.Clone();
            changed[at] ^= 0x20;
            var verification = Verify(manifest, changed, manifest.Zip.Name);
            if (verification.Verdict == Verdict.Intact)
                Assert.Equal(Archives.Open(zip).Select(file => file.Content), Archives.Open(changed).Select(file => file.Content));
        }
    }

    [Fact]
    public void Missing_extra_renamed_and_doubled_files_are_told()
    {
        var files = Archives.Open(zip);
        var renamed = ("baska.csv", files[1].Content);

        var verification = Verify(manifest, Archives.Pack([files[0], renamed, files[3], files[3], ("okubeni.txt", [1])]));

        Assert.Equal(Verdict.Altered, verification.Verdict);
        Assert.Equal(
            [(DifferenceKind.Extra, files[3].Name), (DifferenceKind.Renamed, files[1].Name), (DifferenceKind.Missing, files[2].Name), (DifferenceKind.Extra, "okubeni.txt")],
            verification.Differences.Select(difference => (difference.Kind, difference.File)));
    }

    [Fact]
    public void A_workbook_that_was_opened_and_saved_is_altered()
    {
        var (name, workbook) = Archives.Open(workbookZip)[0];
        using var book = new XLWorkbook(new MemoryStream(workbook));
        using var saved = new MemoryStream();
        book.SaveAs(saved);

        var inZip = Verify(workbookManifest, Archives.Pack([(name, saved.ToArray())]));
        var alone = Verify(workbookManifest, saved.ToArray(), name);

        foreach (var verification in new[] { inZip, alone })
        {
            Assert.Equal(Verdict.Altered, verification.Verdict);
            Assert.Equal((DifferenceKind.Changed, name), (verification.Differences[0].Kind, verification.Differences[0].File));
            Assert.NotNull(verification.Likely);
        }
    }

    [Fact]
    public void A_workbook_that_LibreOffice_saved_is_told_as_such()
    {
        var (name, workbook) = Archives.Open(workbookZip)[0];
        var parts = Archives.Open(workbook);
        parts.Add(("docProps/app.xml", "<Properties><Application>LibreOffice/7.4.7.2$Linux_X86_64</Application></Properties>"u8.ToArray()));

        var verification = Verify(workbookManifest, Archives.Pack(parts), name);

        Assert.Equal((Verdict.Altered, "LibreOffice’te açılıp kaydedilmiş."), (verification.Verdict, verification.Likely));
    }

    [Fact]
    public void What_was_never_ours_is_unknown()
    {
        Assert.Equal(Verdict.Unknown, Verify(manifest, Archives.Pack([("a.csv", [1, 2])]), "a.zip").Verdict);
        Assert.Equal(Verdict.Unknown, Verify(manifest, "merhaba"u8.ToArray(), "mektup.txt").Verdict);
        Assert.Equal(Verdict.Unknown, Verify(manifest, [], "bos.csv").Verdict);
        Assert.Equal(Verdict.Unknown, Verify(manifest, workbookZip, workbookManifest.Zip.Name + "x").Verdict);
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        var bomb = Archives.Pack([("xl/x.xml", new byte[64 * 1024 * 1024]), ("[Content_Types].xml", [60])]);
        var huge = Archives.Pack([(manifest.Files[0].Name, new byte[64 * 1024 * 1024])]);

        Assert.True(Verify(workbookManifest, bomb, workbookManifest.Files[0].Name).LimitExceeded);
        Assert.Equal(DifferenceKind.Unreadable, Verify(workbookManifest, Archives.Pack([(workbookManifest.Files[0].Name, bomb)])).Differences[0].Kind);
        Assert.Equal(DifferenceKind.Changed, Verify(manifest, huge).Differences[0].Kind);
        Assert.True(Verify(manifest, zip[..^1], limits: new VerifyLimits { UploadBytesMax = 10 }).LimitExceeded);
    }

    [Fact]
    public void A_table_of_contents_without_end_is_not_read()
    {
        using var many = new MemoryStream();
        using (var archive = new ZipArchive(many, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 20_000; i++)
                archive.CreateEntry(Guid.NewGuid().ToString());
        }

        Assert.True(Verify(manifest, many.ToArray()).LimitExceeded);
    }

    [Fact]
    public void A_half_downloaded_zip_is_altered()
    {
        var verification = Verify(manifest, zip[..^40], manifest.Zip.Name);

        Assert.Equal(Verdict.Altered, verification.Verdict);
    }

    private static Verification Verify(ArchiveManifest of, byte[] upload, string? fileName = null, VerifyLimits? limits = null)
    {
        using var stream = new MemoryStream(upload);
        return ArchiveVerifier.Verify(of, stream, fileName, limits);
    }
}
