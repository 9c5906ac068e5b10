using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Formats;
using EDefter.Core.Reading.Profiles;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

public sealed class ProfileTests
{
    [Fact]
    public void The_book_holds_the_eleven_profiles()
    {
        Assert.Equal(["defterdar", "digitalplanet", "edefter", "edoksis", "elogo", "gib-draft", "izibiz", "qnb", "sovos", "spr", "uyumsoft"], ProfileBook.Standard.Profiles.Select(profile => profile.Id));
        Assert.NotNull(ProfileBook.Standard.Find(ProfileBook.Default));
        Assert.Null(ProfileBook.Standard.Find("yok"));
    }

    [Theory]
    [InlineData("edefter", Confidence.Exact, FileKind.Workbook, 42)]
    [InlineData("izibiz", Confidence.Exact, FileKind.Delimited, 25)]
    [InlineData("qnb", Confidence.High, FileKind.Delimited, 30)]
    [InlineData("defterdar", Confidence.High, FileKind.Workbook, 28)]
    [InlineData("uyumsoft", Confidence.Single, FileKind.Workbook, 23)]
    [InlineData("elogo", Confidence.Single, FileKind.Delimited, 24)]
    [InlineData("sovos", Confidence.Single, FileKind.RecordText, 25)]
    [InlineData("spr", Confidence.Single, FileKind.Delimited, 31)]
    [InlineData("edoksis", Confidence.Single, FileKind.RecordText, 36)]
    [InlineData("digitalplanet", Confidence.Single, FileKind.Xml, 47)]
    [InlineData("gib-draft", Confidence.Exact, FileKind.Gib, 0)]
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

        // What is asked of the company, and of counts is some integrators' own wish, not part of the books.
        CanonicalField[] beside = [.. CanonicalFields.OfCompany, CanonicalField.EntryCount, CanonicalField.LineCount];
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
    [InlineData("seperator", "delimited", "delimited.seperator", "bilinmeyen üye; adı yanlış yazılmış olabilir")]
    [InlineData("ayraç", "", "ayraç", "bilinmeyen üye; adı yanlış yazılmış olabilir")]
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
    [InlineData("sovos", "recordText", "separator", "", "recordText.separator")]
    [InlineData("sovos", "recordText", "separator", "|||||", "recordText.separator")]
    [InlineData("sovos", "recordText", "encoding", "latin-1", "recordText.encoding")]
    [InlineData("sovos", "file", "name", "{taxId}.txt", "file.name")]
    [InlineData("sovos", "file", "name", "{taxId}_{gün}_{part}.txt", "file.name")]
    [InlineData("sovos", "file", "name", "{taxId}_{periodStart:dd/MM}_{part}.txt", "file.name")]
    [InlineData("sovos", "file", "split", "week", "file.split")]
    [InlineData("qnb", "values", "dateBefore", ";", "values.date")]
    [InlineData("qnb", "file", "lineOrder", "creditFirst", "file.lineOrder")]
    public void A_wrong_word_is_told_at_its_place(string id, string node, string member, string value, string place)
    {
        var profile = ProfilePlaces.Json(id);
        profile[node]![member] = value;

        Assert.Contains(place, Read(profile).Faults.Select(fault => fault.Place));
    }

    [Theory]
    [InlineData("sovos", "recordText.records[0].columns[0]", "field", "amount", "recordText.records[0].columns[0].field")]
    [InlineData("sovos", "recordText.records[1].columns[0]", "field", "amount", "recordText.records[1].columns[0].field")]
    [InlineData("sovos", "recordText.records[2].columns[0]", "field", "entryCount", "recordText.records[2].columns[0].field")]
    [InlineData("sovos", "recordText.records[2].columns[0]", "field", "part", "recordText.records")]
    [InlineData("sovos", "recordText.records[1].columns[1]", "date", "HH", "recordText.records[1].columns[1].date")]
    [InlineData("sovos", "recordText.records[1].columns[1]", "onlyOn", "debit", "recordText.records[1].columns[1].onlyOn")]
    [InlineData("sovos", "recordText.records[0].columns[5]", "filled", "1", "recordText.records[0].columns[5].field")]
    [InlineData("sovos", "recordText.records[0].columns[5]", "constant", "a\tb", "recordText.records[0].columns[5].constant")]
    [InlineData("sovos", "recordText.records[2]", "of", "entries", "recordText.records")]
    [InlineData("defterdar", "workbook.sheets[1]", "rows", "entries", "workbook.sheets")]
    [InlineData("digitalplanet", "xml.root.children[0].children[2]", "repeat", "lines", "xml.root.children[0].children[2].repeat")]
    [InlineData("digitalplanet", "xml.root.children[0].children[0]", "element", "1 öğe", "xml.root.children[0].children[0]")]
    [InlineData("digitalplanet", "xml.root.children[0].children[0]", "field", "taxId", "xml.root.children[0].children[0].field")]
    public void A_wrong_word_deep_in_a_profile_is_told_at_its_place(string id, string path, string member, string value, string place)
    {
        var profile = ProfilePlaces.Json(id);
        ProfilePlaces.At(profile, path)[member] = value;

        Assert.Contains(place, Read(profile).Faults.Select(fault => fault.Place));
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
        var text = Documentation();

        foreach (var field in CanonicalFields.All)
            Assert.Contains("`" + field.NameOf() + "`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_documented_member_is_one_the_reader_knows()
    {
        var unknown = new List<string>();
        foreach (var (section, member) in Documented())
        {
            if (!ProfilePlaces.Of(section).Any(place => Knows(place, member)))
                unknown.Add($"{section}: {member}");
        }

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_member_of_every_profile_is_documented_in_its_section()
    {
        var documented = Documented().ToLookup(one => one.Section, one => one.Member, StringComparer.Ordinal);
        foreach (var profile in ProfileBook.Standard.Profiles.Where(profile => profile.Kind != FileKind.Gib))
        {
            foreach (var (section, member) in ProfilePlaces.Members(ProfilePlaces.Json(profile.Id)))
                Assert.Contains(member, documented[section]);
        }
    }

    [Fact]
    public void Every_profile_is_told_of_in_the_documentation_with_its_kind_and_confidence()
    {
        foreach (var profile in ProfileBook.Standard.Profiles)
        {
            Assert.Contains($"| `{profile.Id}` | {Word(profile.Kind)} | {Word(profile.Confidence)} |", Documentation(), StringComparison.Ordinal);
        }
    }

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Documentation() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Formats", "Golden", "profiles.md"));

    // A member that nobody knows is told as such; one that is known, as having a value of the wrong kind or not at all.
    private static bool Knows((string Profile, string Path) place, string member)
    {
        var profile = ProfilePlaces.Json(place.Profile);
        ProfilePlaces.At(profile, place.Path)[member] = new JsonObject { ["?"] = 0 };
        var at = place.Path.Length == 0 ? member : place.Path + "." + member;
        return !Read(profile).Faults.Any(fault => fault.Place == at && fault.Message.StartsWith("bilinmeyen üye", StringComparison.Ordinal));
    }

    // The first cells of a section's table: `name`, `name`.
    private static IEnumerable<(string Section, string Member)> Documented()
    {
        var section = "";
        foreach (var line in Documentation().Split('\n'))
        {
            if (line.StartsWith('#'))
                section = line.TrimStart('#', ' ');
            if (!line.StartsWith("| `", StringComparison.Ordinal) || ProfilePlaces.Of(section).Count == 0)
                continue;
            foreach (var name in line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1))
                yield return (section, name.StartsWith("archive", StringComparison.Ordinal) ? "archive" : name);
        }
    }

    private static JsonObject Izibiz() => ProfilePlaces.Json("izibiz");

    private static ProfileReading<Profile> Read(JsonObject profile) => ProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString()));
}
