using System.IO.Compression;
using System.Text;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Rehearsal;
using EDefter.Core.Rehearsal.Schemas;
using EDefter.Functions.Rehearsal;
using EDefter.Tests.Formats;
using EDefter.Tests.Formats.Gib;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;
using GibPackage = EDefter.Core.Rehearsal.Schemas.GibPackage;

namespace EDefter.Tests.Rehearsal;

/// <summary>The authority's schemas in the product: what it writes passes, what breaks them is placed and told in Turkish, a package that is none stops nobody.</summary>
public sealed class SchemaJudgeTests
{
    private const string Journal = "0010213576-202501-Y-000000.xml";
    private static readonly Lazy<GibPackage> Package = new(() => GibPackage.Open("paket", PackageFiles.Read(GibPackageFolder)));

    // Text, what becomes of it; the closing tag likewise; then what is told: madde no, satır no, element, message.
    private static readonly (string Text, string Changed, string Close, string Closed, string? Entry, string? Line, string? Element, string Message)[] Breaks =
    [
        ("<gl-cor:account>", "<gl-cor:hesap>", "</gl-cor:account>", "</gl-cor:hesap>", "1", "1", "gl-cor:hesap", "Bir alan şemaya göre burada bulunamaz: sırası yanlış, fazladan ya da adı hatalı."),
        ("<gl-cor:lineNumber contextRef=\"journal_context\">3<", "<gl-cor:lineNumber contextRef=\"yok\">3<", "", "", null, null, null, "Alan, belgede bulunmayan bir bölümü gösteriyor."),
        ("<gl-cor:postingDate contextRef=\"journal_context\">2025-01-02<", "<gl-cor:postingDate contextRef=\"journal_context\">02.01.2025<", "", "", "2", "3", "gl-cor:postingDate", "Alanın değeri şemadaki biçimde değil."),
        ("<gl-cor:debitCreditCode contextRef=\"journal_context\">D<", "<gl-cor:debitCreditCode>D<", "", "", "1", "1", "gl-cor:debitCreditCode", "Alanın bir niteliği şemaya göre eksik, fazla ya da hatalı."),
        ("<gl-cor:enteredDate contextRef=\"journal_context\">2025-01-01<", "<gl-cor:enteredDate contextRef=\"journal_context\">1 Ocak<", "", "", "1", null, "gl-cor:enteredDate", "Alanın değeri şemadaki biçimde değil."),
        ("<gl-cor:entriesType contextRef=\"journal_context\">journal<", "<gl-cor:entriesType contextRef=\"journal_context\">yevmiye<", "", "", null, null, "gl-cor:entriesType", "Alanın değeri şemadaki biçimde değil."),
    ];

    private static string GibPackageFolder => Path.GetDirectoryName(Formats.Gib.GibPackage.Xsd)!;

    [Fact]
    public void What_we_write_passes_signed_and_as_draft()
    {
        Formats.Gib.GibPackage.Require();
        var signed = GibMonths.Write(Months.Golden(), options: GibMonths.Options with { Signer = TestCertificate.Signer }).Documents;
        Assert.All(signed, file => Assert.Empty(Check(file.Key, file.Value, isDraft: false)));
        Assert.All(GibMonths.Write(Months.Golden()).Documents, file => Assert.DoesNotContain(Check(file.Key, file.Value, isDraft: true), finding => finding.Assert == "XSD"));
    }

    [Fact]
    public void A_draft_that_is_taken_for_a_document_lacks_its_signature()
    {
        Formats.Gib.GibPackage.Require();
        foreach (var (name, content) in GibMonths.Write(Months.Golden()).Documents)
        {
            var fault = Assert.Single(Check(name, content, isDraft: false), finding => finding.Assert == "XSD");
            Assert.Equal("Belge imzalanmamış.", fault.Message);
        }
    }

    [Fact]
    public void A_fault_of_the_schema_is_placed()
    {
        Formats.Gib.GibPackage.Require();
        foreach (var broken in Breaks)
        {
            var whole = Once(Encoding.UTF8.GetString(GibMonths.Write(Months.Golden()).Documents[Journal]), broken.Text, broken.Changed);
            whole = broken.Close.Length == 0 ? whole : Once(whole, broken.Close, broken.Closed);
            var fault = Check(Journal, Encoding.UTF8.GetBytes(whole), isDraft: true).First(finding => finding.Assert == "XSD");
            Assert.Equal((broken.Entry, broken.Line, broken.Element, broken.Message), (fault.Place.EntryNumber, fault.Place.LineNumber, fault.Place.Element, fault.Message));
            Assert.True(fault.Place.XmlLine > 1);
        }
    }

    [Fact]
    public void A_missing_field_is_told_with_its_section()
    {
        Formats.Gib.GibPackage.Require();
        var whole = Encoding.UTF8.GetString(GibMonths.Write(Months.Golden()).Documents[Journal]);
        var at = whole.IndexOf("<gl-cor:documentInfo>", StringComparison.Ordinal) + "<gl-cor:documentInfo>".Length;
        var end = whole.IndexOf("</gl-cor:documentInfo>", at, StringComparison.Ordinal);
        var fault = Check(Journal, Encoding.UTF8.GetBytes(whole[..at] + whole[end..]), isDraft: true).First(finding => finding.Assert == "XSD");
        Assert.Equal(("Bölümde şemaya göre zorunlu bir alan eksik.", "gl-cor:documentInfo"), (fault.Message, fault.Place.Element));
    }

    [Fact]
    public void A_zip_of_the_package_is_the_same_package_as_its_folder()
    {
        Formats.Gib.GibPackage.Require();
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            ZipFile.CreateFromDirectory(GibPackageFolder, path, CompressionLevel.Fastest, includeBaseDirectory: true);
            var zipped = GibPackage.Open("paket", PackageFiles.Read(path));
            Assert.Equal(Package.Value.Facts, zipped.Facts);
            Assert.Equal("1.7 (26.09.2025)", zipped.Facts.Version);
            Assert.True(zipped.Facts.RulesAreKnown);
            Assert.Equal("Şema denetimi yapıldı: e-Defter paketi 1.7 (26.09.2025).", SchemaJudge.With(zipped).Statement.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Another_packages_rules_are_told_to_be_others()
    {
        Formats.Gib.GibPackage.Require();
        var files = PackageFiles.Read(GibPackageFolder).ToDictionary(StringComparer.Ordinal);
        files["sch/edefter_rapor.sch"] = "<schema/>"u8.ToArray();
        var statement = SchemaJudge.With(GibPackage.Open("paket", files)).Statement;
        Assert.Null(statement.Package!.Version);
        Assert.False(statement.Package.RulesAreKnown);
        Assert.Contains("programın bildiği sürümden farklı", statement.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_configured_is_skipped_and_said() => AssertSkipped(path: null, "e-Defter paketi tanımlı değil.");

    [Fact]
    public void A_wrong_path_is_skipped_and_said() => AssertSkipped(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), "tanımlı e-Defter paketi yerinde yok.");

    [Fact]
    public void A_broken_zip_is_skipped_and_said() => WithFile("no zip"u8.ToArray(), path => AssertSkipped(path, "tanımlı e-Defter paketi okunamıyor."));

    [Fact]
    public void A_zip_without_schemas_is_skipped_and_said() => WithFile(Zip(("a.sch", "<a/>")), path => AssertSkipped(path, "tanımlı e-Defter paketinde şema bulunamadı."));

    [Theory]
    [InlineData("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:import namespace='urn:x' schemaLocation='http://www.example.org/other.xsd'/><xs:element name='a' ref='b'/></xs:schema>")]
    [InlineData("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='file:///etc/hostname'/></xs:schema>")]
    [InlineData("<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:include schemaLocation='yok.xsd'/></xs:schema>")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>&x;</xs:schema>")]
    [InlineData("<xs:schema")]
    public void Schemas_that_want_what_is_not_in_the_package_are_skipped_and_said(string schema) =>
        WithFile(Zip(("xsd/edefter.xsd", schema)), path => AssertSkipped(path, "tanımlı e-Defter paketinin şemaları okunamıyor; paket eksik ya da bozuk."));

    [Fact]
    public void A_zip_far_larger_than_a_package_is_skipped_and_said() =>
        WithFile(Zip([.. Enumerable.Range(0, PackageFiles.FilesMax + 1).Select(i => ($"{i}.xsd", "<a/>"))]), path => AssertSkipped(path, "tanımlı yerde bir e-Defter paketinden çok daha fazla dosya var."));

    private static void AssertSkipped(string? path, string reason)
    {
        var judge = new ConfiguredPackage(path, NullLogger<ConfiguredPackage>.Instance);
        Assert.Null(judge.Schemas);
        Assert.Equal(SchemaOutcome.Skipped, judge.Statement.Outcome);
        Assert.Equal($"Şema denetimi yapılmadı: {reason} Diğer kurallar denetlendi.", judge.Statement.Message);
    }

    private static List<GibFinding> Check(string name, byte[] content, bool isDraft)
    {
        var findings = new List<GibFinding>();
        new GibDocumentCheck(name, GibFileName.Parse(name)!.Document, findings.Add, Package.Value.Schemas, isDraft).Run(new MemoryStream(content));
        return findings;
    }

    private static string Once(string whole, string text, string changed)
    {
        var at = whole.IndexOf(text, StringComparison.Ordinal);
        Assert.True(at >= 0, text);
        return whole[..at] + changed + whole[(at + text.Length)..];
    }

    private static void WithFile(byte[] content, Action<string> use)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            File.WriteAllBytes(path, content);
            use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Zip(params ReadOnlySpan<(string Name, string Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return bytes.ToArray();
    }
}
