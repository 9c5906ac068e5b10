using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The output rules: they stop no archive, and say with it what its reader should know.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class OutputFindingTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";
    private const string January = "2025-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MET002_MET006_MET008_what_became_of_texts_is_told_and_counted()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Commented("1", "=1+1; Ŵeb; satışı"));
        var archive = await ArchiveAsync(book, "izibiz");
        Assert.Equal(
            [
                ("MET002", "warning", 4, "Fiş Açıklaması alanında dosya biçiminin ayırıcısı olan \";\" karakteri var (4 kez); dosyada yerine \",\" yazıldı."),
                ("MET006", "warning", 2, "Fiş Açıklaması alanında Excel’in formül sayacağı değerler var (2 kez): \"=1+1, Web, satışı\"."),
                ("MET008", "warning", 2, "Fiş Açıklaması alanındaki \"Ŵ\" karakteri hedef dosyanın kodlamasında yok (2 kez); dosyada yerine \"W\" yazıldı."),
            ],
            FindingsOf(archive));
        // The row keeps them; the manifest, which follows from the journal alone, has them too.
        Assert.Equal(FindingsOf(archive), FindingsOf((await book.GetAsync(book.Month(January, "/archives")))[0]));
        Assert.Equal(3, archive.GetProperty("manifest").GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task A_plain_month_has_nothing_to_tell()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        Assert.Empty(FindingsOf(await ArchiveAsync(book, "izibiz")));
        Assert.Empty(FindingsOf(await ArchiveAsync(book, "edefter")));
    }

    [Fact]
    public async Task MET003_a_comment_that_no_cell_holds_is_cut_after_a_word()
    {
        using var book = await LiveBook.OpenAsync(app);
        var comment = string.Concat(Enumerable.Repeat("kelimeler ", 3276)) + "sonkelim";
        Assert.Equal(32_768, comment.Length);
        await book.PostVouchersAsync(Commented("1", comment));
        var finding = Assert.Single(FindingsOf(await ArchiveAsync(book, "edefter")));
        Assert.Equal(("MET003", "warning", 2, "Fiş Açıklaması alanı dosya biçiminin sınırından uzun (2 kez); metin sözcük sonunda \"…\" ile kesildi."), finding);
        // The text itself is whole.
        Assert.Equal(comment, (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("comment").GetString());
    }

    [Fact]
    public async Task HES013_an_account_has_one_name_in_the_files()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11").Replace("MÜŞTERİ İNŞAAT", "MÜŞTERİ İNŞAAT LTD. ŞTİ.", StringComparison.Ordinal)}]");
        var archive = await ArchiveAsync(book, "izibiz");
        Assert.Equal(("HES013", "warning", 1, "Dönem içinde birden çok adla yazılan hesap: 120.01."), Assert.Single(FindingsOf(archive)));
        var rows = (await CsvAsync(archive)).Split('\r', StringSplitOptions.RemoveEmptyEntries).Where(row => row.Contains(";120.01;", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Contains(";120.01;MÜŞTERİ İNŞAAT LTD. ŞTİ.;", row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task KON005_a_file_that_differs_from_the_delivered_one_says_by_how_much()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-11")},{LiveBook.Voucher("3", "2025-01-12")}]");
        Assert.Empty(FindingsOf(await ArchiveAsync(book, "izibiz")));
        await RenumberAsync(book);
        // Numbered anew and nothing changed: the same file.
        Assert.Empty(FindingsOf(await ArchiveAsync(book, "izibiz")));
        await book.ActAsync(book.Month(January, "/numbers/undo"), new { by = Person });
        await book.PostVouchersAsync(LiveBook.Voucher("2", "2025-01-11", "250.00"));
        Assert.Equal(("KON005", "warning", 1, "Bu ay için daha önce verilen dosya ile yeni dosya farklı: 1 yevmiye maddesi değişmiş."), Assert.Single(FindingsOf(await ArchiveAsync(book, "izibiz"))));
        // Another format was never delivered.
        Assert.Empty(FindingsOf(await ArchiveAsync(book, "edefter")));
    }

    [Fact]
    public async Task KON008_a_company_without_e_defter_is_told_so()
    {
        using var book = await LiveBook.OpenAsync(app, company => company["eDefter"] = false);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var archive = await ArchiveAsync(book, "izibiz");
        Assert.Contains(("KON008", "warning", 1, "DENEME TİCARET A.Ş. e-Defter kapsamında değil."), FindingsOf(archive));
        Assert.Equal(0, archive.GetProperty("manifest").GetProperty("findings").GetArrayLength());
    }

    [Fact]
    public async Task KON004_a_changed_file_is_an_error_in_the_verdict()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"));
        var archive = await ArchiveAsync(book, "izibiz");
        var intact = await VerifyAsync(book, await ZipAsync(archive));
        Assert.Equal(("intact", 0), (intact.GetProperty("verdict").GetString(), intact.GetProperty("findings").GetArrayLength()));
        var altered = await VerifyAsync(book, await RewrittenAsync(archive));
        Assert.Equal("altered", altered.GetProperty("verdict").GetString());
        var finding = Assert.Single(FindingsOf(altered));
        Assert.Equal(("KON004", "error", "Çıktı dosyası değişmiş (özet uyuşmuyor). Dosyayı açmadan yeniden indirin."), (finding.Rule, finding.Severity, finding.Message));
    }

    private static string Commented(string id, string comment) => LiveBook.Voucher(id, "2025-01-10").Replace($"Deneme kaydı {id}", comment, StringComparison.Ordinal);

    private static async Task<JsonElement> ArchiveAsync(LiveBook book, string profile)
    {
        if (!(await book.GetAsync(book.Month(January))).TryGetProperty("numbers", out _))
            await book.ActAsync(book.Month(January, "/numbers"), new { by = Person });
        return await book.ActAsync(book.Month(January, "/archives"), new { by = Person, profile });
    }

    private static async Task RenumberAsync(LiveBook book)
    {
        await book.ActAsync(book.Month(January, "/numbers/undo"), new { by = Person });
        await book.ActAsync(book.Month(January, "/numbers"), new { by = Person });
    }

    private static List<(string? Rule, string? Severity, int Count, string? Message)> FindingsOf(JsonElement answer) =>
        [.. answer.GetProperty("findings").EnumerateArray().Select(finding => (finding.GetProperty("rule").GetString(), finding.GetProperty("severity").GetString(), finding.GetProperty("count").GetInt32(), finding.GetProperty("message").GetString()))];

    private static async Task<byte[]> ZipAsync(JsonElement archive)
    {
        using var download = new HttpClient();
        return await download.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), Cancellation);
    }

    private static async Task<string> CsvAsync(JsonElement archive)
    {
        using var zip = new ZipArchive(new MemoryStream(await ZipAsync(archive)));
        await using var csv = await zip.Entries.Single().OpenAsync(Cancellation);
        using var bytes = new MemoryStream();
        await csv.CopyToAsync(bytes, Cancellation);
        return Windows1254(bytes.ToArray());
    }

    // The ZIP as somebody packs it who has saved the file with a changed cell.
    private static async Task<byte[]> RewrittenAsync(JsonElement archive)
    {
        var csv = await CsvAsync(archive);
        using var packed = new MemoryStream();
        await using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var original = new ZipArchive(new MemoryStream(await ZipAsync(archive)));
            await using var entry = await zip.CreateEntry(original.Entries.Single().FullName).OpenAsync(Cancellation);
            await entry.WriteAsync(Encoding.ASCII.GetBytes(csv.Replace("100.00", "100", StringComparison.Ordinal)), Cancellation);
        }

        return packed.ToArray();
    }

    private static async Task<JsonElement> VerifyAsync(LiveBook book, byte[] zip) =>
        await LiveBook.ReadAsync(await book.Integrator.PostAsync(new Uri("/api/archives/verify", UriKind.Relative), new ByteArrayContent(zip), Cancellation), HttpStatusCode.OK);

    // Latin 1 but for six Turkish letters.
    private static string Windows1254(byte[] bytes) =>
        Encoding.Latin1.GetString(bytes).Replace('Ð', 'Ğ').Replace('Ý', 'İ').Replace('Þ', 'Ş').Replace('ð', 'ğ').Replace('ý', 'ı').Replace('þ', 'ş');
}
