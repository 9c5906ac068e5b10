using System.Text;
using System.Text.Json.Nodes;
using EDefter.Core.Reading;
using EDefter.Core.Reading.Profiles;
using Xunit;

namespace EDefter.Tests.Reading;

/// <summary>Ways of reading as data: every fault is told with its place, and no accepted one reads a table two ways or loses a value.</summary>
public sealed class ReadingProfileTests
{
    private const string Own = """
        {
          "schema": 1, "id": "bizim-erp", "title": "Bizim ERP", "version": 1,
          "encodings": ["windows-1254"], "separators": ["|"], "numbers": ["tr-TR"], "dates": ["dd/MM/yy"], "emptyWords": ["NULL", "-"], "groupBy": ["number", "date"],
          "columns": [
            { "member": "number", "headers": ["Evrak"], "required": true },
            { "member": "date", "headers": ["Gün"], "required": true },
            { "member": "account", "headers": ["Hesap"], "required": true },
            { "member": "amount", "headers": ["TL"] },
            { "member": "side", "headers": ["Yön"], "words": { "BORÇ": "D", "ALACAK": "C" } },
            { "member": "documentType", "headers": ["Belge"], "words": { "FTR": "invoice", "DKT": "other" } },
            { "member": "paymentMethod", "headers": ["Ödeme"] }
          ]
        }
        """;

    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    [Fact]
    public void A_table_of_another_program_is_read_as_its_profile_says()
    {
        const string Table = "Şişli şubesi fiş dökümü\r\nEVRAK|GÜN|HESAP|TL|YÖN|BELGE|ÖDEME|Proje|Proje\r\n0017|05/02/25|120.01|1.234,50|Borç|FTR|NULL|İstanbul|Ağrı\r\n0017|05/02/25|600.01|1.234,50|Alacak|DKT|-||\r\n";

        var row = Assert.Single(Read(Own, Turkish.GetBytes(Table)));

        var voucher = row.Voucher!;
        Assert.Equal(("0017", "0017~2025-02-05", new DateOnly(2025, 2, 5)), (voucher.Number, voucher.Id, voucher.Date.Value));
        Assert.Equal((1234.50m, 1234.50m), (voucher.Lines[0].Debit.Value, voucher.Lines[1].Credit.Value));
        Assert.Equal(("invoice", "other"), (voucher.Lines[0].Document!.Type, voucher.Lines[1].Document!.Type));
        Assert.All(voucher.Lines, line => Assert.Null(line.PaymentMethod));
        // Two columns of one name that nobody knows are two values.
        Assert.Equal("""{"Proje":"İstanbul","Proje (9. sütun)":"Ağrı"}""", JsonNode.Parse(voucher.Lines[0].Extra!)!.ToJsonString(Unescaped));
    }

    [Fact]
    public void A_file_in_an_encoding_that_the_profile_does_not_name_is_refused_and_never_garbled()
    {
        var table = "EVRAK|GÜN|HESAP|TL|YÖN\n1|05/02/25|100|1,00|B\n";
        Assert.Contains("UTF-8 ile yazılmış", Assert.Throws<UnreadableTableException>(() => Read(Own, Encoding.UTF8.GetBytes(table))).Message, StringComparison.Ordinal);
        var utf8 = Own.Replace("windows-1254", "utf-8", StringComparison.Ordinal);
        Assert.Contains("Dosya UTF-8 değil", Assert.Throws<UnreadableTableException>(() => Read(utf8, Turkish.GetBytes(table))).Message, StringComparison.Ordinal);
        Assert.Single(Read(utf8, Encoding.UTF8.GetBytes(table)));
    }

    [Fact]
    public void A_missing_header_is_named_with_the_row_that_came_nearest()
    {
        var message = Assert.Throws<UnreadableTableException>(() => Read(Own, "Döküm\nEvrak|Gün|TL\n1|05/02/25|1,00\n"u8.ToArray(), "utf-8")).Message;
        Assert.Equal("Başlık satırı bulunamadı. İlk 20 satırın birinde şu sütunlar olmalıdır: Evrak, Gün, Hesap. En yakın satırda (satır 2) eksik olan: Hesap.", message);
    }

    [Theory]
    [InlineData("id", "\"Bizim ERP\"", "id", "küçük harf (a-z), rakam ve tireden oluşmalı, en çok 40 karakter olmalı")]
    [InlineData("schema", "2", "schema", "1 ile 1 arasında bir tam sayı olmalı")]
    [InlineData("version", "null", "version", "bu üye zorunlu")]
    [InlineData("ayraç", "1", "ayraç", "bilinmeyen üye; adı yanlış yazılmış olabilir")]
    [InlineData("encodings", "[\"latin5\"]", "encodings", "\"latin5\" bilinmiyor; şunlardan biri olmalı: utf-8, windows-1254")]
    [InlineData("encodings", "[]", "encodings", "boş olamaz")]
    [InlineData("separators", "[\"||\"]", "separators", "\"||\" ayırıcı olamaz; harf, rakam, tırnak ve satır sonu dışında tek karakter olmalı")]
    [InlineData("numbers", "[\"de-DE\"]", "numbers", "\"de-DE\" bilinmiyor; şunlardan biri olmalı: tr-TR, invariant")]
    [InlineData("dates", "[\"gg.aa.yyyy\"]", "dates", "\"gg.aa.yyyy\" tarih biçimi değil; gün (d ya da dd), ay (M ya da MM) ve yıl (yy ya da yyyy) birer kez yazılmalı, araya çizgi, nokta ya da bölü konmalı")]
    [InlineData("dates", "[\"dd/MM/yyyy\",\"MM/dd/yyyy\"]", "dates", "\"dd/MM/yyyy\" ile \"MM/dd/yyyy\" aynı yazıyı iki ayrı gün olarak okur; biri kalmalı")]
    [InlineData("dates", "[\"yyMMdd\",\"ddMMyy\"]", "dates", "\"yyMMdd\" ile \"ddMMyy\" aynı yazıyı iki ayrı gün olarak okur; biri kalmalı")]
    [InlineData("emptyWords", "[\" . \"]", "emptyWords", "\" . \" olamaz; boş hücre zaten boştur")]
    [InlineData("groupBy", "[\"fiş\",\"number\"]", "groupBy", "\"fiş\" bilinmiyor")]
    [InlineData("groupBy", "[\"number\",\"account\"]", "groupBy", "\"account\" fişin değil satırın bilgisidir")]
    [InlineData("groupBy", "[\"number\",\"kind\"]", "groupBy", "\"kind\" için sütun yok")]
    [InlineData("groupBy", "[]", "groupBy", "satırların hangi fişe ait olduğu belirtilmeli: fişi ayıran sütunlar (number, date gibi) ya da zorunlu bir id sütunu")]
    [InlineData("columns", "[]", "columns", "en az bir öğeli bir liste olmalı")]
    [InlineData("columns[0].member", "\"numara\"", "columns[0].member", null)]
    [InlineData("columns[0].member", "\"date\"", "columns[1].member", "\"date\" için iki sütun var; başlıkları tek sütunda toplayın")]
    [InlineData("columns[0].headers", "[]", "columns[0].headers", "en az bir başlık yazılmalı")]
    [InlineData("columns[0].headers", "[\"*\"]", "columns[0].headers", "başlık boş olamaz")]
    [InlineData("columns[0].headers", "[\"Evrak\",\"he sap.\"]", "columns[2].headers", "\"Hesap\" başlığı iki kez geçiyor; büyük küçük harf, boşluk ve nokta farkı sayılmaz")]
    [InlineData("columns[2].required", "false", "columns", "zorunlu (required) bir \"account\" sütunu olmalı")]
    [InlineData("columns[3].member", "\"debit\"", "columns", "tutar için borç ve alacak sütunları (debit, credit) ya da tutar ve borç/alacak sütunları (amount, side) olmalı")]
    [InlineData("columns[3].words", "{\"a\":\"1\"}", "columns[3].words", "tutar ve tarih sütunlarında kullanılmaz")]
    [InlineData("columns[4].member", "\"module\"", "columns", "tek tutar sütunu (amount) varsa borç/alacak sütunu (side) da olmalı")]
    [InlineData("columns[4].words", "{\"Borç\":\"DEBIT\"}", "columns[4].words", "\"DEBIT\", side için geçerli bir değer değil")]
    [InlineData("columns[5].words", "{\"FTR\":\"invoice\",\"ftr.\":\"other\"}", "columns[5].words", "\"ftr.\" iki kez geçiyor; büyük küçük harf, boşluk ve nokta farkı sayılmaz")]
    [InlineData("columns[6].member", "\"accountCode\"", "columns", "hesap planı sütunlarıyla fiş sütunları bir arada olamaz; iki ayrı okuma biçimi yazın")]
    public void Every_fault_is_told_with_its_place(string member, string value, string place, string? message)
    {
        var profile = JsonNode.Parse(Own)!.AsObject();
        var target = member.StartsWith("columns[", StringComparison.Ordinal) ? profile["columns"]![member[8] - '0']!.AsObject() : profile;
        target[member[(member.LastIndexOf('.') + 1)..]] = JsonNode.Parse(value);

        var faults = ReadingProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString())).Faults;

        Assert.Contains(faults, fault => fault.Place == place && (message is null || fault.Message == message));
    }

    [Fact]
    public void A_profile_without_faults_has_none_and_its_hash_does_not_depend_on_white_space()
    {
        var one = ReadingProfileReader.Read(Encoding.UTF8.GetBytes(Own));
        Assert.Empty(one.Faults);
        Assert.Equal(one.Profile!.Hash, ReadingProfileReader.Read(Encoding.UTF8.GetBytes(JsonNode.Parse(Own)!.ToJsonString(Unescaped))).Profile!.Hash);
        Assert.Equal("JSON 2. satırda bozuk", Assert.Single(ReadingProfileReader.Read("{\n!"u8).Faults).Message);
    }

    // Whatever word stands in a profile: it is accepted and then reads without an exception, or it is told.
    [Fact]
    public void Every_single_change_of_a_member_is_a_fault_or_a_profile_that_reads()
    {
        var table = Turkish.GetBytes("EVRAK|GÜN|HESAP|TL|YÖN|BELGE|ÖDEME\n1|05/02/25|100|1,00|B|FTR|x\n1|05/02/25|600|1,00|A|FTR|x\n");
        var accepted = 0;
        foreach (var path in Leaves(JsonNode.Parse(Own)!, string.Empty))
        {
            foreach (var other in (string[])["null", "0", "\"\"", "\"-\"", "[]", "{}", "[\"x\"]", "[null]"])
            {
                var profile = JsonNode.Parse(Own)!;
                Set(profile, path, JsonNode.Parse(other));
                if (ReadingProfileReader.Read(Encoding.UTF8.GetBytes(profile.ToJsonString())).Profile is not { } read)
                    continue;
                accepted++;
                try
                {
                    Assert.NotEmpty(VoucherTableReader.Read(new MemoryStream(table), isWorkbook: false, read).ToList());
                }
                catch (UnreadableTableException)
                {
                    // The table is not one of the changed profile's, and is told so.
                }
            }
        }

        Assert.InRange(accepted, 10, 200);
    }

    [Fact]
    public void A_preview_shows_columns_rows_and_vouchers_and_stops()
    {
        var rows = string.Concat(Enumerable.Range(1, 50).Select(n => $"{n}|05/02/25|100|{(n == 2 ? "1.2.3" : "1,00")}|{(n == 3 ? "?" : "B")}||\n"));
        var preview = VoucherTableReader.Preview(new MemoryStream(Turkish.GetBytes("EVRAK|GÜN|HESAP|TL|YÖN|BELGE|Proje\n" + rows)), isWorkbook: false, Profile(Own), rows: 4);

        Assert.Equal(("windows-1254", "|", true, 4), (preview.Encoding, preview.Separator, preview.More, preview.Rows.Count));
        var sheet = Assert.Single(preview.Sheets);
        Assert.Equal((1L, new PreviewedColumn("EVRAK", "number"), new PreviewedColumn("Proje", null)), (sheet.HeaderRow, sheet.Columns[0], sheet.Columns[^1]));
        Assert.Equal(("satır 2", "2025-02-05", "1.00", "B"), (preview.Rows[0].At, preview.Rows[0].Values["date"], preview.Rows[0].Values["amount"], preview.Rows[0].Values["side"]));
        Assert.Equal(["1", "2", "4"], preview.Vouchers.Where(row => row.Voucher is not null).Select(row => row.Voucher!.Number));
        Assert.Equal("satır 4", Assert.Single(preview.Vouchers, row => row.Rejection is not null).Rejection!.At);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Unescaped = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadingProfile Profile(string json) => ReadingProfileReader.Read(Encoding.UTF8.GetBytes(json)).Profile!;

    private static List<VoucherRow> Read(string profile, byte[] table, string? encoding = null) =>
        [.. VoucherTableReader.Read(new MemoryStream(table), isWorkbook: false, Profile(encoding is null ? profile : profile.Replace("windows-1254", encoding, StringComparison.Ordinal)))];

    private static IEnumerable<string> Leaves(JsonNode node, string path) => node switch
    {
        JsonObject inside => inside.SelectMany(member => Leaves(member.Value!, path + "/" + member.Key)).Prepend(path),
        JsonArray list => list.SelectMany((item, i) => Leaves(item!, path + "/" + i)).Prepend(path),
        _ => [path],
    };

    private static void Set(JsonNode root, string path, JsonNode? value)
    {
        if (path.Length == 0)
            return;
        var names = path[1..].Split('/');
        var node = names[..^1].Aggregate(root, (at, name) => at is JsonArray list ? list[name[0] - '0']! : at[name]!);
        if (node is JsonArray items)
            items[names[^1][0] - '0'] = value;
        else
            node[names[^1]] = value;
    }
}
