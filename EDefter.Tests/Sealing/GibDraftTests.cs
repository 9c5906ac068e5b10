using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Journal;
using EDefter.Core.Sealing;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Xunit;

namespace EDefter.Tests.Sealing;

/// <summary>The draft of the authority's documents: its folders, its words, its manifest, the authority's own judgement, and what verifying says of it.</summary>
public sealed class GibDraftTests
{
    private const string Folder = "0010213576/01.01.2025-31.12.2025/01/";
    private const string Note = "OKUBENI-IMZASIZ-TASLAK.txt";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void A_draft_has_a_ZIP_for_each_part_in_the_official_folders_and_says_in_every_name_that_nobody_signed_it()
    {
        var (zip, result) = Write(Months.Golden());

        Assert.Equal([$"{Folder}TASLAK-IMZASIZ-0010213576-202501-000000.zip", $"{Folder}TASLAK-IMZASIZ-0010213576-202501-DR-000000.zip", Note], Archives.Open(zip).Select(file => file.Name));
        Assert.Equal("0010213576_0000_202501_TASLAK-IMZASIZ.zip", result.Manifest!.Zip.Name);
        Assert.Equal(
            ["Y", "YB", "K", "KB"],
            Archives.Open(Archives.Open(zip)[0].Content).Select(file => GibFileName.WordOf(GibFileName.Parse(file.Name)!.Document)));
        Assert.Equal((false, "2025-04-10", 3, 1), (result.Manifest.Draft!.Signed, result.Manifest.Draft.CreationDate, result.Manifest.Draft.FirstSeries, result.Manifest.Draft.Parts));
        Assert.Contains("GİB’e yüklenemez", result.Manifest.Draft.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_note_names_every_file_with_its_hash_and_the_month_with_its_totals()
    {
        var entries = Months.Golden();
        var (zip, result) = Write(entries);
        var note = Encoding.UTF8.GetString(Archives.Open(zip).Single(file => file.Name == Note).Content);

        Assert.All(result.Manifest!.Files.SkipLast(1), file => Assert.Contains($"{file.Name}  {file.Bytes}  {file.Sha256}", note, StringComparison.Ordinal));
        Assert.Contains("mali mühürle imzalanmamıştır", note, StringComparison.Ordinal);
        Assert.Contains("Ocak 2025", note, StringComparison.Ordinal);
        Assert.Contains(Core.Text.TurkishText.Amount(entries.Sum(entry => entry.Total)), note, StringComparison.Ordinal);
        Assert.Contains(Months.RequestOf(entries).Numbers.Chain, note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manifest_tells_size_hash_range_and_totals_of_every_document_as_they_are()
    {
        var entries = Months.Golden();
        var (zip, result) = Write(entries, ("partMegabytes", "1"), ("lastDaysOfParts", "10,20"));
        var documents = Documents(zip);
        var journals = result.Manifest!.Files.Where(file => file.Name.Contains("-Y-", StringComparison.Ordinal)).ToList();

        Assert.Equal(documents.Keys.Order(StringComparer.Ordinal), result.Manifest.Files.SkipLast(1).Select(file => file.Name).Order(StringComparer.Ordinal));
        foreach (var file in result.Manifest.Files.SkipLast(1))
            Assert.Equal((documents[file.Name].Length, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(documents[file.Name]))), (file.Bytes, file.Sha256));
        Assert.True(journals.Count > 1);
        Assert.Equal(journals.Count, result.Manifest.Draft!.Parts);
        Assert.Equal((entries[0].Number, entries[^1].Number), (journals[0].First, journals[^1].Last));
        Assert.Equal(journals.Skip(1).Select(file => file.First), journals.SkipLast(1).Select(file => file.Last + 1));
        Assert.Equal(journals.Skip(1).Select(file => file.FirstLine), journals.SkipLast(1).Select(file => file.LastLine + 1));
        Assert.Equal(entries.Sum(entry => entry.Total), journals.Sum(file => decimal.Parse(file.Debit!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(entries.Sum(entry => entry.Lines.Count), journals.Sum(file => file.Rows));
    }

    [Fact]
    public void The_same_month_gives_the_same_bytes_and_another_creation_date_series_or_address_another_archive()
    {
        var entries = Months.Golden();
        var request = RequestOf(entries);
        var (first, result) = Archives.Write(entries, GibDraftProfile.Profile, request);
        var (second, _) = Archives.Write(entries, GibDraftProfile.Profile, request);

        Assert.Equal(first, second);
        var ids = new[]
        {
            request,
            RequestOf(entries, ("creationDate", "2025-04-11")),
            RequestOf(entries, ("firstSeries", "4")),
            request with { Company = request.Company! with { Phone = "2129999999" } },
        }.Select(one => ArchiveIdentity.Of(one, GibDraftProfile.Profile)).ToList();
        Assert.Equal(4, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(result.Manifest!.Id, ids[0]);
        Assert.Equal(ids[0], ArchiveIdentity.Of(request with { Company = request.Company! with { Link = "https://erp.example/{voucherId}" } }, GibDraftProfile.Profile));
    }

    [Fact]
    public async Task The_authority_finds_nothing_in_a_draft_but_the_missing_signatures()
    {
        GibPackage.Require();
        var (zip, _) = Write(Months.Golden(), ("lastDaysOfParts", "10"));

        foreach (var (name, document) in Documents(zip))
            Assert.Empty(XsdJudge.Judge(document, isSigned: false).Select(fault => $"{name}: {fault}"));
        Assert.Equal(["B10", "K06", "Y06"], await FailedAsync(Documents(zip)));
    }

    [Fact]
    public async Task The_authority_finds_nothing_in_the_same_set_once_it_is_signed()
    {
        GibPackage.Require();
        foreach (var branch in new[] { "0000", "0012" })
        {
            var entries = Months.Golden();
            var request = RequestOf(entries, ("lastDaysOfParts", "10"));
            request = request with { Book = new BookId("ornek-otel", branch), Company = request.Company! with { Branches = [new Branch { Code = branch, Name = "Ulus" }] } };
            using var zip = new MemoryStream();
            using var writer = ArchiveWriter.Begin(request, GibDraftProfile.Profile, zip, TestCertificate.Signer);
            foreach (var entry in entries)
                writer.Write(entry);
            var manifest = writer.Complete().Manifest!;
            var documents = Documents(zip.ToArray());

            Assert.True(manifest.Draft!.Signed);
            Assert.Contains("mali mühür değildir", manifest.Draft.Note, StringComparison.Ordinal);
            Assert.All(documents, document => Assert.Empty(XsdJudge.Judge(document.Value, isSigned: true)));
            Assert.Empty(await FailedAsync(documents));
        }
    }

    [Fact]
    public void A_draft_is_intact_packed_anew_and_part_by_part()
    {
        var (zip, result) = Write(Months.Golden(), ("lastDaysOfParts", "10"));
        var manifest = result.Manifest!;
        var repacked = Archives.Pack(Archives.Open(zip).Select(file => file.Name.EndsWith(".zip", StringComparison.Ordinal) ? (file.Name, Archives.Pack(Archives.Open(file.Content))) : file));

        Assert.Equal(Verdict.Intact, Verify(manifest, zip).Verdict);
        Assert.NotEqual(zip, repacked);
        Assert.Equal(Verdict.Intact, Verify(manifest, repacked).Verdict);
        // Most programs write the folders themselves too.
        Assert.Equal(Verdict.Intact, Verify(manifest, Archives.Pack([("0010213576/", []), ("0010213576/01.01.2025-31.12.2025/", []), .. Archives.Open(zip)])).Verdict);
        foreach (var (name, content) in Archives.Open(zip))
            Assert.Equal(Verdict.Intact, Verify(manifest, content, name[(name.LastIndexOf('/') + 1)..]).Verdict);
        foreach (var (name, content) in Documents(zip))
            Assert.Equal(Verdict.Intact, Verify(manifest, content, name[(name.LastIndexOf('/') + 1)..]).Verdict);
    }

    /// <summary>Programs differ in which of two files of one name they unpack: the second one must not pass unseen.</summary>
    [Fact]
    public void A_part_that_stands_twice_is_told()
    {
        var (zip, result) = Write(Months.Golden());
        var files = Archives.Open(zip);
        var part = files.First(file => file.Name.EndsWith(".zip", StringComparison.Ordinal));
        var other = Archives.Pack(Archives.Open(part.Content).Select(file => (file.Name, (byte[])[.. file.Content, (byte)'x'])));

        var verification = Verify(result.Manifest!, Archives.Pack([.. files, (part.Name, other)]));

        Assert.Equal(Verdict.Altered, verification.Verdict);
        Assert.Equal((DifferenceKind.Extra, part.Name), verification.Differences.Select(difference => (difference.Kind, difference.File)).Single());
    }

    [Fact]
    public void An_altered_draft_is_named_document_by_document()
    {
        var (zip, result) = Write(Months.Golden(), ("lastDaysOfParts", "10"));
        var manifest = result.Manifest!;
        foreach (var file in manifest.Files)
        {
            var altered = Altered(zip, file.Name, content => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace('1', '2')));
            var verification = Verify(manifest, altered, archive: zip);
            Assert.Equal(Verdict.Altered, verification.Verdict);
            Assert.Equal([file.Name], verification.Differences.Select(difference => difference.File).Distinct(StringComparer.Ordinal));
            Assert.Contains(verification.Differences, difference => difference.Kind == DifferenceKind.Changed);

            var missing = Verify(manifest, Altered(zip, file.Name, static _ => null), archive: zip);
            Assert.Equal((file.Name, DifferenceKind.Missing), missing.Differences.Select(difference => (difference.File, difference.Kind)).Single());
        }
    }

    [Fact]
    public void What_XML_cannot_hold_and_what_no_part_can_hold_is_refused_by_name()
    {
        var chart = Months.Number([Months.Simple(1, change: line => line with { AccountName = "HESAP\u0001" }), Months.Simple(2), Months.Simple(3, new string('x', 1_200_000))], 1, 1);

        var (_, result) = Write(chart, ("partMegabytes", "1"));

        Assert.False(result.IsComplete);
        Assert.Equal([UnwritableReason.IllegalCharacter, UnwritableReason.EntryTooLarge], result.Unwritable.Select(value => value.Reason));
        Assert.Equal(["V1", "V3"], result.Unwritable.Select(value => value.VoucherId));
    }

    [Theory]
    [InlineData("creationDate", "10.04.2025")]
    [InlineData("firstSeries", "0")]
    [InlineData("firstSeries", "-1")]
    [InlineData("partMegabytes", "201")]
    [InlineData("lastDaysOfParts", "31")]
    [InlineData("lastDaysOfParts", "10;20")]
    public void A_parameter_that_cannot_be_read_is_told(string name, string value)
    {
        GibDraftSettings.Read(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, Months.January, out var fault);

        Assert.Equal(name, fault?.Parameter);
    }

    private static ArchiveRequest RequestOf(IReadOnlyList<JournalEntry> entries, params (string Name, string Value)[] parameters)
    {
        var chosen = new Dictionary<string, string>(StringComparer.Ordinal) { ["creationDate"] = "2025-04-10", ["firstSeries"] = "3" };
        foreach (var (name, value) in parameters)
            chosen[name] = value;
        return Months.RequestOf(entries) with { Company = GibMonths.Company, Parameters = chosen };
    }

    private static (byte[] Zip, ArchiveResult Result) Write(IReadOnlyList<JournalEntry> entries, params (string Name, string Value)[] parameters) =>
        Archives.Write(entries, GibDraftProfile.Profile, RequestOf(entries, parameters));

    /// <summary>The documents by the names of the manifest.</summary>
    private static Dictionary<string, byte[]> Documents(byte[] zip) => Archives.Open(zip)
        .Where(file => file.Name.EndsWith(".zip", StringComparison.Ordinal))
        .SelectMany(package => Archives.Open(package.Content).Select(file => (Name: package.Name + "/" + file.Name, file.Content)))
        .ToDictionary(file => file.Name, file => file.Content, StringComparer.Ordinal);

    private static byte[] Altered(byte[] zip, string name, Func<byte[], byte[]?> change)
    {
        return Archives.Pack(Change(Archives.Open(zip), string.Empty));

        IEnumerable<(string, byte[])> Change(IEnumerable<(string Name, byte[] Content)> files, string folder)
        {
            foreach (var file in files)
            {
                if (file.Name.EndsWith(".zip", StringComparison.Ordinal))
                    yield return (file.Name, Archives.Pack(Change(Archives.Open(file.Content), file.Name + "/")));
                else if (folder + file.Name != name)
                    yield return file;
                else if (change(file.Content) is { } content)
                    yield return (file.Name, content);
            }
        }
    }

    private static Verification Verify(ArchiveManifest manifest, byte[] upload, string? name = null, byte[]? archive = null)
    {
        using var stored = archive is null ? null : new SealedArchive(new MemoryStream(archive));
        return ArchiveVerifier.Verify(manifest, new MemoryStream(upload), name, limits: null, stored);
    }

    private static async Task<IReadOnlyList<string>> FailedAsync(Dictionary<string, byte[]> documents)
    {
        var folder = Directory.CreateTempSubdirectory("edefter-draft-");
        try
        {
            var failed = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var group in documents.GroupBy(one => GibFileName.Parse(one.Key[(one.Key.LastIndexOf('/') + 1)..])!.Document))
            {
                var paths = new List<string>();
                foreach (var (name, content) in group)
                {
                    paths.Add(Path.Combine(folder.FullName, name[(name.LastIndexOf('/') + 1)..]));
                    await File.WriteAllBytesAsync(paths[^1], content, Cancelled);
                }

                foreach (var verdict in await SchematronJudge.JudgeAsync(group.Key, paths, Cancelled))
                {
                    Assert.Empty(verdict.Broken);
                    failed.UnionWith(verdict.Failed.Keys);
                }
            }

            return [.. failed];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
