using System.Globalization;
using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Reading;

public sealed class VoucherJsonTests
{
    [Fact]
    public void What_is_written_reads_back_equal_and_writes_the_same_bytes() => VoucherGenerator.Voucher.Sample(
        voucher =>
        {
            var bytes = VoucherJsonWriter.ToBytes(voucher);
            var back = VoucherJsonParser.Parse(bytes);
            Assert.Equal(VoucherGenerator.Describe(voucher), VoucherGenerator.Describe(back));
            Assert.Equal(bytes, VoucherJsonWriter.ToBytes(back));
        },
        iter: 3_000);

    [Fact]
    public void White_space_and_the_order_of_members_make_no_difference()
    {
        const string Loose = """
            {
              "lines" : [ { "credit" : 5.10 , "account":"100.01"} ],
              "x" : { "b" : [ 1 , "a  b" ] } ,
              "id":"7"
            }
            """;
        var bytes = VoucherJsonWriter.ToBytes(Parse(Loose));
        Assert.Equal("""{"id":"7","lines":[{"account":"100.01","credit":5.10}],"x":{"b":[1,"a  b"]}}""", Encoding.UTF8.GetString(bytes));
    }

    [Theory]
    [InlineData("1000.00", "1000.00")]
    [InlineData("0.10", "0.10")]
    [InlineData("-5", "-5")]
    [InlineData("1234567890123456789012345.678", "1234567890123456789012345.678")]
    [InlineData("\"1000.00\"", "1000.00")]
    [InlineData("\"0000.50\"", "0.50")]
    public void Amounts_keep_their_digits(string json, string kept)
    {
        var amount = Debit(json);
        Assert.Null(amount.Raw);
        Assert.Equal(kept, amount.ToString());
    }

    [Theory]
    [InlineData("1E5", "1E5")]
    [InlineData("1e-2", "1e-2")]
    [InlineData("\"1.234,56\"", "1.234,56")]
    [InlineData("\"1,234.56\"", "1,234.56")]
    [InlineData("\"12 \"", "12 ")]
    [InlineData("\"+5\"", "+5")]
    [InlineData("true", "true")]
    [InlineData("12345678901234567890123456789", "12345678901234567890123456789")]
    [InlineData("0.00000000000000000000000000001", "0.00000000000000000000000000001")]
    public void What_is_no_plain_decimal_stays_as_it_came(string json, string raw)
    {
        Assert.Equal(raw, Debit(json).Raw);
        Assert.Equal(raw, VoucherJsonParser.Parse(VoucherJsonWriter.ToBytes(Parse(Voucher(json)))).Lines[0].Debit.Raw);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public void Null_and_nothing_mean_absent(string json) => Assert.True(Debit(json).IsAbsent);

    [Fact]
    public void Numbers_and_truth_values_are_texts_where_a_text_is_expected()
    {
        var voucher = Parse("""{"id":344541,"number":163.0,"comment":true,"lines":null}""");
        Assert.Equal(("344541", "163.0", "true", 0), (voucher.Id, voucher.Number, voucher.Comment, voucher.Lines.Count));
    }

    [Fact]
    public void Escapes_are_resolved_and_lone_surrogates_survive()
    {
        // Not a theory: attribute data is stored as UTF-8, which has no lone surrogates.
        foreach (var (json, text) in new[] { ("\"\\ud800\"", "\ud800"), ("\"a\\udfffb\"", "a\udfffb"), ("\"\\ud83d\\ude00\"", "😀"), ("\"\\u0130\\u0131\\/\\b\\f\\n\\r\\t\\\"\\\\\"", "İı/\b\f\n\r\t\"\\"), ("\"\\u0000\"", "\0") })
        {
            var voucher = Parse($$"""{"id":"1","comment":{{json}},"lines":[]}""");
            Assert.Equal(text, voucher.Comment);
            Assert.Equal(text, VoucherJsonParser.Parse(VoucherJsonWriter.ToBytes(voucher)).Comment);
        }
    }

    [Fact]
    public void A_member_may_be_named_with_escapes()
    {
        Assert.Equal("7", Parse("""{"\u0069d":"7","lines":[]}""").Id);
        Assert.Equal("""{"\ud800":1}""", Parse("""{"id":"7","\ud800":1}""").Extra);
    }

    [Theory]
    [InlineData("", "JSON 1. baytta bozuk.")]
    [InlineData("{", "JSON 2. baytta bozuk.")]
    [InlineData("{\"id\":\"1\",}", "JSON 11. baytta bozuk.")]
    [InlineData("{\"id\":\"1\"\n,,}", "JSON, fişin 2. satırının 2. baytında bozuk.")]
    [InlineData("{\"id\":\"1\"}{}", "JSON 11. baytta bozuk.")]
    [InlineData("[]", "Fiş bir JSON nesnesi değil; her fiş { } içinde gönderilmelidir.")]
    [InlineData("\"a\"", "Fiş bir JSON nesnesi değil; her fiş { } içinde gönderilmelidir.")]
    [InlineData("{}", "Fişin kimliği (id) yok; her fiş ERP’deki kimliğiyle gönderilmelidir.")]
    [InlineData("{\"id\":\"  \"}", "Fişin kimliği (id) yok; her fiş ERP’deki kimliğiyle gönderilmelidir.")]
    [InlineData("{\"id\":{}}", "\"id\" bir metin ya da sayı değil.")]
    [InlineData("{\"id\":\"1\",\"lines\":{}}", "Fişin satırları (lines) bir dizi değil; satırlar [ ] içinde gönderilmelidir.")]
    [InlineData("{\"id\":\"1\",\"lines\":[{},7]}", "Fişin 2. satırı bir JSON nesnesi değil; her satır { } içinde gönderilmelidir.")]
    [InlineData("{\"id\":\"1\",\"lines\":[{\"document\":\"x\"}]}", "\"document\" bir JSON nesnesi değil; { } içinde gönderilmelidir.")]
    [InlineData("{\"id\":\"1\",\"lines\":[{\"debit\":[]}]}", "\"debit\" bir metin ya da sayı değil.")]
    [InlineData("{\"id\":\"1\",\"id\":\"2\"}", "\"id\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.")]
    [InlineData("{\"id\":\"1\",\"lines\":[],\"lines\":[]}", "\"lines\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.")]
    [InlineData("{\"id\":\"1\",\"lines\":[{\"debit\":1,\"debit\":2}]}", "\"debit\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.")]
    [InlineData("{\"id\":\"1\",\"date\":\"x\",\"date\":\"2025-01-01\"}", "\"date\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.")]
    [InlineData("{\"id\":\"1\",\"document\":{},\"document\":{}}", "\"document\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.")]
    public void What_cannot_be_a_voucher_is_refused_with_a_reason(string json, string reason)
    {
        var refusal = Assert.Throws<UnreadableVoucherException>(() => Parse(json));
        Assert.Equal("unreadable", refusal.Code);
        Assert.Equal(reason, refusal.Message);
    }

    [Fact]
    public void A_refusal_names_the_voucher_when_its_id_was_read() =>
        Assert.Equal("344541", Assert.Throws<UnreadableVoucherException>(() => Parse("""{"id":"344541","lines":5}""")).Id);

    [Fact]
    public void Text_that_is_not_utf8_is_refused_wherever_it_stands()
    {
        foreach (var json in (string[])["{\"id\":\"?\"}", "{\"id\":\"1\",\"comment\":\"?\"}", "{\"id\":\"1\",\"comment\":\"\\n?\"}", "{\"id\":\"1\",\"x\":\"?\"}", "{\"id\":\"1\",\"?\":1}", "{\"id\":\"1\",\"x\":{\"?\":1}}"])
        {
            // ş in Windows-1254.
            var bytes = Encoding.UTF8.GetBytes(json).Select(b => b == '?' ? (byte)0xFE : b).ToArray();
            var refusal = Assert.Throws<UnreadableVoucherException>(() => VoucherJsonParser.Parse(bytes));
            Assert.Contains("UTF-8", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Limits_are_kept_to_the_last_character()
    {
        Assert.Equal(128, Parse($$"""{"id":"{{new string('ş', 128)}}"}""").Id.Length);
        AssertTooLarge($$"""{"id":"{{new string('a', 129)}}"}""", "Fişin kimliği (id) 128 karakterden uzun; daha kısa bir kimlik gönderilmelidir.");
        Assert.Equal(32 * 1024, Parse($$"""{"id":"1","comment":"{{new string('a', 32 * 1024)}}"}""").Comment!.Length);
        AssertTooLarge($$"""{"id":"1","comment":"{{new string('a', (32 * 1024) + 1)}}"}""", "\"comment\" metni 32 KB sınırını aşıyor; metin kısaltılmalıdır.");
        Assert.Equal(10_000, Parse(Lines(10_000)).Lines.Count);
        AssertTooLarge(Lines(10_001), "Fişte 10000 satırdan fazlası var; fiş bölünmelidir.");
        Assert.NotNull(Parse(Deep(31)).Extra);
        AssertTooLarge(Deep(32), "Fişte 32 düzeyden fazla iç içe alan var; bilinmeyen alanlar sadeleştirilmelidir.");
        AssertTooLarge(Deep(100_000), "Fişte 32 düzeyden fazla iç içe alan var; bilinmeyen alanlar sadeleştirilmelidir.");
        Assert.NotNull(Parse(Bytes(16 * 1024 * 1024)).Extra);
        AssertTooLarge(Bytes((16 * 1024 * 1024) + 1), "Fiş 16 MB sınırını aşıyor; daha küçük fişlere bölünmelidir.");
    }

    [Fact]
    public void Ten_thousand_lines_of_a_voucher_keep_their_order()
    {
        var lines = Enumerable.Range(0, 10_000).Select(i => new VoucherLine { Id = i.ToString(CultureInfo.InvariantCulture) }).ToArray();
        var back = VoucherJsonParser.Parse(VoucherJsonWriter.ToBytes(new Voucher { Id = "1", Lines = lines }));
        Assert.Equal(lines.Select(line => line.Id), back.Lines.Select(line => line.Id));
    }

    private static void AssertTooLarge(string json, string reason)
    {
        var refusal = Assert.Throws<UnreadableVoucherException>(() => Parse(json));
        Assert.Equal(("too-large", reason), (refusal.Code, refusal.Message));
    }

    private static Voucher Parse(string json) => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes(json));

    private static AmountField Debit(string json) => Parse(Voucher(json)).Lines[0].Debit;

    private static string Voucher(string debit) => $$"""{"id":"1","lines":[{"debit":{{debit}}}]}""";

    private static string Lines(int count) => "{\"id\":\"1\",\"lines\":[" + string.Join(',', Enumerable.Repeat("{}", count)) + "]}";

    private static string Deep(int levels) => "{\"id\":\"1\",\"x\":" + new string('[', levels) + new string(']', levels) + "}";

    private static string Bytes(int count)
    {
        const string Head = "{\"id\":\"1\",\"x\":\"";
        return Head + new string('a', count - Head.Length - 2) + "\"}";
    }
}
