using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Formats;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

public sealed class ProfileTests
{
    [Fact]
    public void The_book_holds_the_ten_profiles()
    {
        Assert.Equal(["defterdar", "digitalplanet", "edefter", "edoksis", "elogo", "izibiz", "qnb", "sovos", "spr", "uyumsoft"], ProfileBook.Standard.Profiles.Select(profile => profile.Id));
        Assert.NotNull(ProfileBook.Standard.Find(ProfileBook.Default));
        Assert.Null(ProfileBook.Standard.Find("yok"));
    }

    [Theory]
    [InlineData("edefter", Confidence.Exact, FileKind.Workbook, 40)]
    [InlineData("izibiz", Confidence.Exact, FileKind.Delimited, 25)]
    [InlineData("qnb", Confidence.High, FileKind.Delimited, 30)]
    [InlineData("defterdar", Confidence.High, FileKind.Workbook, 28)]
    [InlineData("uyumsoft", Confidence.Single, FileKind.Workbook, 23)]
    [InlineData("elogo", Confidence.Single, FileKind.Delimited, 24)]
    [InlineData("sovos", Confidence.Single, FileKind.RecordText, 25)]
    [InlineData("spr", Confidence.Single, FileKind.Delimited, 31)]
    [InlineData("edoksis", Confidence.Single, FileKind.RecordText, 36)]
    [InlineData("digitalplanet", Confidence.Single, FileKind.Xml, 47)]
    public void Each_profile_is_what_was_published(string id, Confidence confidence, FileKind kind, int columns)
    {
        var profile = ProfileBook.Standard.Find(id)!;

        Assert.Equal((confidence, kind, columns), (profile.Confidence, profile.Kind, ProfileColumns.Of(profile).Count()));
        Assert.Equal(confidence == Confidence.Single, profile.IsUnverified);
        Assert.NotEmpty(profile.Source);
    }

    [Fact]
    public void The_default_workbook_carries_every_canonical_field()
    {
        var carried = Archives.EDefter.Workbook!.Sheets.SelectMany(sheet => sheet.Columns).Select(column => column.Field!.Value).ToHashSet();

        // What is asked of the company, of counts and of a rate's origin is some integrators' own wish, not part of the books.
        CanonicalField[] beside = [.. CanonicalFields.OfCompany, CanonicalField.EntryCount, CanonicalField.LineCount, CanonicalField.RateSource, CanonicalField.RateComment];
        Assert.Empty(CanonicalFields.All.Except(carried).Except(beside));
    }

    [Fact]
    public void A_profile_may_be_written_with_any_white_space_and_stays_itself()
    {
        var compact = Encoding.UTF8.GetBytes(Izibiz().ToJsonString());

        var reading = ProfileReader.Read(compact);

        Assert.True(reading.IsReadable);
        Assert.Equal(25, reading.Profile.Delimited!.Columns.Count);
    }

    [Theory]
    [InlineData("seperator", "delimited", "delimited.seperator", "bilinmeyen üye; adı yanlış yazılmış olabilir (docs/profiles.md)")]
    [InlineData("ayraç", "", "ayraç", "bilinmeyen üye; adı yanlış yazılmış olabilir (docs/profiles.md)")]
    public void A_member_that_nobody_knows_is_refused(string member, string inside, string place, string message)
    {
        var profile = Izibiz();
        (inside.Length == 0 ? profile : profile[inside]!)[member] = ";";

        Assert.Equal(new ProfileFault(place, message), Assert.Single(Read(profile).Faults));
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        var profile = Izibiz();
        profile["id"] = "İzibiz";
        profile["version"] = 0;
        profile["confidence"] = "belki";
        profile["file"]!["name"] = "a/b.csv";
        profile["values"]!["documentTypes"]!.AsObject().Remove("check");
        profile["text"]!["replace"]!.AsObject().Remove(";");
        profile["delimited"]!["columns"]![0]!["field"] = "detailref";

        var places = Read(profile).Faults.Select(fault => fault.Place).ToList();

        Assert.Equal(["confidence", "delimited.columns[0].field", "file.name", "id", "text.replace", "values.documentTypes", "version"], places.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("not json", "")]
    [InlineData("[]", "")]
    public void What_is_no_object_is_refused(string json, string place) => Assert.Equal(place, Assert.Single(ProfileReader.Read(Encoding.UTF8.GetBytes(json)).Faults).Place);

    [Fact]
    public void Words_that_the_encoding_lacks_are_refused()
    {
        var profile = Izibiz();
        profile["delimited"]!["columns"]![0]!["header"] = "detay №";

        Assert.Equal("\"detay №\" bu kodlamayla yazılamaz", Assert.Single(Read(profile).Faults).Message);
    }

    [Theory]
    [InlineData("yyyy-MM")]
    [InlineData("yyyy-MM-dd HH")]
    [InlineData("dd MM yyyy")]
    public void A_date_format_of_other_parts_is_refused(string format)
    {
        var profile = Izibiz();
        profile["values"]!["date"] = format;

        Assert.Equal("values.date", Assert.Single(Read(profile).Faults).Place);
    }

    [Fact]
    public void A_quoted_utf8_format_needs_no_replacements()
    {
        var profile = Izibiz();
        profile["id"] = "deneme";
        profile["text"] = null;
        profile["values"]!["date"] = "dd.MM.yyyy";
        profile["values"]!["decimalSeparator"] = ",";
        profile["delimited"]!["quoting"] = "whenNeeded";
        profile["delimited"]!["encoding"] = "utf-8";
        profile["delimited"]!["byteOrderMark"] = true;
        profile["delimited"]!["lineEnd"] = "crlf";
        var reading = Read(profile);
        Assert.Empty(reading.Faults);

        var (zip, result) = Archives.Write(Months.Golden(), reading.Profile!);

        Assert.True(result.IsComplete);
        var bytes = Archives.Open(zip)[0].Content;
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("\r\n3;900002;3;2;102;BANKALAR;102.001;\"=HYPERLINK(\"\"http://x\"\")\";0,01;D;02.01.2025;other;", text, StringComparison.Ordinal);
        Assert.Contains("\"satır 1\nsatır 2\r\nsatır 3\"", text, StringComparison.Ordinal);
        Assert.Contains("\"Açılış; kasa | ₺\"", text, StringComparison.Ordinal);
        Assert.Empty(result.Manifest!.Adjustments);
    }

    [Fact]
    public void Always_quoting_quotes_numbers_and_dates_too()
    {
        var profile = Archives.Izibiz with { Delimited = Archives.Izibiz.Delimited! with { Quoting = Quoting.Always } };

        var (zip, _) = Archives.Write(Months.Golden(), profile);

        Assert.Contains("\r\"1\";\"900001\";\"1\";\"1\";\"100\";\"KASA\";", Encoding.Latin1.GetString(Archives.Open(zip)[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_name_in_the_documentation_is_a_name_in_the_code()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formats", "Golden", "profiles.md"));

        foreach (var field in CanonicalFields.All)
            Assert.Contains("`" + field.NameOf() + "`", text, StringComparison.Ordinal);
    }

    private static JsonObject Izibiz()
    {
        using var stream = typeof(ProfileBook).Assembly.GetManifestResourceStream("EDefter.Core.Formats.Profiles.izibiz.data.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static ProfileReading Read(JsonObject profile) => ProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString()));
}
