using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Formats;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Sealing;
using Xunit;

namespace EDefter.Tests.Formats;

/// <summary>What profiles can ask for beyond columns: parts by day, counts, names with dates, shared values, dates in part.</summary>
public sealed class ProfileFormsTests
{
    [Fact]
    public void Split_by_day_every_part_holds_one_day_and_tells_its_own_totals()
    {
        var entries = Months.Golden();
        var (zip, result) = Archives.Write(entries, Archives.Of("sovos") with { Split = PartSplit.Day });

        var days = entries.GroupBy(entry => entry.Date).ToList();
        Assert.Equal(days.Select(day => (day.First().Number, day.Last().Number, day.Sum(entry => entry.Total).ToString("0.00", CultureInfo.InvariantCulture))), result.Manifest!.Files.Select(file => (file.First!.Value, file.Last!.Value, file.Debit!)));
        var heads = Archives.Open(zip).Select(file => Encoding.UTF8.GetString(file.Content).Split('\n')[0].Split("\t|")).ToList();
        Assert.Equal(days.Select((day, i) => ((i + 1).ToString(CultureInfo.InvariantCulture), day.Count().ToString(CultureInfo.InvariantCulture))), heads.Select(head => (head[2], head[5])));
    }

    [Fact]
    public void The_parts_of_a_limit_in_bytes_stay_under_it_with_their_heads_and_tails()
    {
        foreach (var id in new[] { "sovos", "digitalplanet", "qnb" })
        {
            var whole = Archives.Open(Archives.Write(Months.Golden(), Archives.Of(id)).Zip)[0].Content.Length;
            var (zip, result) = Archives.Write(Months.Golden(), Archives.Of(id) with { BytesMax = whole * 2 / 3 });

            Assert.True(result.IsComplete);
            var files = Archives.Open(zip);
            Assert.True(files.Count > 1);
            Assert.All(files, file => Assert.True(file.Content.Length <= whole * 2 / 3));
        }
    }

    [DeepFact]
    public void More_lines_than_a_sheet_has_rows_go_on_in_a_second_workbook_at_an_entry()
    {
        // Four lines an entry: the 1 048 575 rows of a sheet are not a multiple of it.
        const int Entries = 263_000;
        var one = Months.Simple(1);
        var voucher = one with { Lines = [.. one.Lines, .. one.Lines] };
        var total = VoucherFacts.Of(voucher).Debit * Entries;
        var numbers = new Core.Journal.Numbering { First = 1, Last = Entries, FirstLine = 1, LastLine = 4 * Entries, Vouchers = Entries, Lines = 4 * Entries, Debit = total, Credit = total, Order = "", Previous = "", Chain = "" };
        foreach (var id in new[] { "edefter", "defterdar" })
        {
            using var zip = new MemoryStream();
            using var writer = Core.Sealing.ArchiveWriter.Begin(Months.RequestOf([]) with { Numbers = numbers }, Archives.Of(id), zip);
            for (var i = 0; i < Entries; i++)
                writer.Write(Core.Journal.JournalEntry.Create(VoucherFacts.Of(voucher with { Number = i.ToString(CultureInfo.InvariantCulture) }), chart: null, i + 1, (4L * i) + 1));

            var files = writer.Complete().Manifest!.Files;

            Assert.Equal([1_048_572L, (4L * Entries) - 1_048_572], files.Select(file => file.Rows));
            Assert.Equal([(1L, 262_143L), (262_144L, Entries)], files.Select(file => (file.First!.Value, file.Last!.Value)));
        }
    }

    [Fact]
    public void A_count_may_stand_before_and_behind_the_entries_of_a_document()
    {
        var profile = ProfilePlaces.Json("digitalplanet");
        var around = profile["xml"]!["root"]!["children"]!.AsArray();
        around.Insert(0, JsonNode.Parse("""{ "element": "Once", "field": "entryCount" }"""));
        around.Add(JsonNode.Parse("""{ "element": "Sonra", "field": "entryCount" }"""));
        var reading = ProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString()));
        Assert.Empty(reading.Faults);

        var text = Encoding.UTF8.GetString(Archives.Open(Archives.Write(Months.Golden(), reading.Profile!).Zip)[0].Content);

        Assert.Contains("<Edefter><Once>5</Once><MuhasebeKayitlari>", text, StringComparison.Ordinal);
        Assert.EndsWith("</MuhasebeKayitlari><Sonra>5</Sonra></Edefter>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Elements_that_wrap_attributes_prefixes_and_empty_values_are_written_as_the_profile_says()
    {
        var profile = ProfilePlaces.Json("digitalplanet");
        var root = profile["xml"]!["root"]!;
        root["element"] = "e:Edefter";
        root["attributes"] = new JsonObject { ["xmlns:e"] = "http://x?a&\"b" };
        var reading = ProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString()));
        Assert.Empty(reading.Faults);

        var text = Encoding.UTF8.GetString(Archives.Open(Archives.Write(Months.Golden(), reading.Profile!).Zip)[0].Content);

        Assert.Contains("<e:Edefter xmlns:e=\"http://x?a&amp;&quot;b\">", text, StringComparison.Ordinal);
        Assert.EndsWith("</e:Edefter>\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stamp_follows_from_the_chain_and_differs_from_part_to_part()
    {
        var facts = new FileFacts { TaxId = "0010213576", Branch = "0000", Period = Months.January, FiscalYear = Months.Year, Chain = "sha256:3" };
        string Stamp(FileFacts of) => NameTemplate.Resolve("{stamp}", of);

        Assert.Equal(Stamp(facts), Stamp(facts with { Creator = "x" }));
        Assert.StartsWith("31012025", Stamp(facts), StringComparison.Ordinal);
        Assert.Equal(14, Stamp(facts).Length);
        Assert.NotEqual(Stamp(facts), Stamp(facts with { Chain = "sha256:4" }));
        Assert.Equal(100, Enumerable.Range(1, 100).Select(part => Stamp(facts with { Part = part })).Distinct(StringComparer.Ordinal).Count());
        for (var chain = 0; chain < 200; chain++)
            Assert.True(TimeOnly.TryParseExact(Stamp(facts with { Part = 6_400, Chain = chain.ToString(CultureInfo.InvariantCulture) })[8..], "HHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    [Theory]
    [InlineData("yyyy", "2025")]
    [InlineData("MM", "03")]
    [InlineData("dd", "07")]
    [InlineData("yyyy MMMM", "2025 Mart")]
    [InlineData("dd.MM.yyyy", "07.03.2025")]
    [InlineData("yyyyMMdd", "20250307")]
    public void A_date_is_written_in_the_parts_it_was_asked_for(string form, string written)
    {
        Assert.Null(DateForm.Fault(form, whole: false));
        Assert.Equal(written, DateForm.Write(new DateOnly(2025, 3, 7), form));
    }

    [Fact]
    public void Dates_wear_what_the_profile_puts_around_them()
    {
        var qnb = Archives.Of("qnb");
        var (zip, _) = Archives.Write(Months.Golden(), qnb with { Values = qnb.Values with { DateBefore = "=\"", DateAfter = "\"" } });

        Assert.Contains("\n1;ŞÜKRÜ IŞIK;=\"20250101\";00001;", Encoding.UTF8.GetString(Archives.Open(zip)[0].Content), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_the_format_uses_as_its_mark_is_refused_in_every_text_format()
    {
        foreach (var (id, mark) in new[] { ("qnb", ";"), ("elogo", "\""), ("sovos", "|"), ("spr", "\n"), ("edoksis", "\t"), ("izibiz", ";") })
        {
            var entries = Months.Number([Months.Simple(1, change: line => line with { Document = new SourceDocument { Type = "invoice", Number = "A" + mark + "1", Date = DateField.Of(new DateOnly(2025, 1, 2)) } })], 1, 1);

            var value = Assert.Single(Archives.Write(entries, Archives.Of(id)).Result.Unwritable);

            Assert.Equal((UnwritableReason.Separator, "documentNumber", 1), (value.Reason, value.Field!, value.Line!.Value));
        }
    }

    [Fact]
    public void What_a_company_is_called_makes_another_archive_only_where_it_is_written()
    {
        var request = Months.RequestOf(Months.Golden());
        var renamed = request with { Company = Months.Company with { Title = "YENİ UNVAN A.Ş." } };

        Assert.NotEqual(Core.Sealing.ArchiveIdentity.Of(request, Archives.Of("digitalplanet")), Core.Sealing.ArchiveIdentity.Of(renamed, Archives.Of("digitalplanet")));
        Assert.Equal(Core.Sealing.ArchiveIdentity.Of(request, Archives.Of("qnb")), Core.Sealing.ArchiveIdentity.Of(renamed, Archives.Of("qnb")));
    }

    [Fact]
    public void The_rate_of_a_foreign_amount_keeps_its_source_and_comment()
    {
        var original = new OriginalAmount { Currency = "USD", Amount = AmountField.Of(10m), Rate = AmountField.Of(10.125m), RateDate = DateField.Of(new DateOnly(2025, 1, 2)), RateSource = "TCMB", RateComment = "döviz alış; 15.30" };
        var entries = Months.Number([Months.Simple(1, change: line => line with { Original = original })], 1, 1);

        var text = Encoding.UTF8.GetString(Archives.Open(Archives.Write(entries, Archives.Of("spr")).Zip)[0].Content);

        Assert.Contains(";TRY;2025-01-02;10;USD;10.125;TCMB;döviz alış, 15.30;0000\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_voucher_that_is_no_entry_yet_says_what_it_lacks()
    {
        var good = Months.Simple(1);
        var cases = new (Voucher Voucher, string? Fault)[]
        {
            (good, null),
            (good with { Number = "" }, "head"),
            (good with { Lines = [good.Lines[0]] }, "balance"),
            (good with { Lines = [good.Lines[0] with { Account = "" }, good.Lines[1]] }, "account"),
        };
        foreach (var (voucher, expected) in cases)
        {
            var entry = Core.Journal.JournalEntry.TryCreate(VoucherFacts.Of(voucher), chart: null, 1, 1, out var fault);
            Assert.Equal((expected is null, expected), (entry is not null, fault));
        }
    }
}
