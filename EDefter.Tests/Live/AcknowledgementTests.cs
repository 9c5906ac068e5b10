using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Warnings that somebody answers for: shown everywhere, never for errors, kept for good.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class AcknowledgementTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_acknowledged_warning_is_shown_in_every_form_of_the_report_without_a_new_check()
    {
        using var book = await OpenAsync();
        var said = await SayAsync(book, new { rule = "BEL005", voucherId = "1", note = "Şubeden gelen fiş, kontrol edildi", until = "2999-12-31", by = Person });
        Assert.Equal(("standing", "2025-01", Person), (Text(said, "state"), Text(said, "period"), Text(said, "by")));

        var report = await book.GetAsync(book.Month("2025-01", "/report"));
        AssertCounts(report, warning: 4, acknowledged: 2);
        var rule = report.GetProperty("coverage").EnumerateArray().Single(covered => Text(covered, "rule") == "BEL005");
        Assert.Equal((4, 2), (rule.GetProperty("findings").GetInt32(), rule.GetProperty("acknowledged").GetInt32()));
        var findings = report.GetProperty("findings").EnumerateArray().Where(candidate => candidate.TryGetProperty("acknowledged", out _)).ToList();
        Assert.Equal(["1", "1"], findings.Select(finding => Text(finding, "voucherId")));
        var shown = findings[0].GetProperty("acknowledged");
        Assert.Equal((Text(said, "id"), Person, "Şubeden gelen fiş, kontrol edildi", "2999-12-31"), (Text(shown, "id"), Text(shown, "by"), Text(shown, "note"), Text(shown, "until")));
        Assert.Equal(Text(said, "at"), Text(shown, "at"));

        Assert.Equal(["1", "1"], await VouchersAsync(book, "?acknowledged=true"));
        Assert.Equal(["3", "3"], await VouchersAsync(book, "?acknowledged=false&rule=BEL005"));
        var ndjson = await book.Accountant.GetStringAsync(new Uri(book.Month("2025-01", "/report?format=ndjson&acknowledged=true"), UriKind.Relative), Cancellation);
        Assert.Equal(findings.Select(finding => finding.GetRawText()), ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        AssertCounts(await book.ActAsync(book.Month("2025-01", "/check")), warning: 4, acknowledged: 2);
        Assert.Equal(2, (await book.GetAsync(book.Month("2025-01"))).GetProperty("findings").GetProperty("acknowledged").GetInt32());
        var months = await book.GetAsync($"{book.BookPath}/periods");
        Assert.Equal(2, months[0].GetProperty("findings").GetProperty("acknowledged").GetInt32());

        using var response = await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/report?format=xlsx"), UriKind.Relative), Cancellation);
        using var workbook = new XLWorkbook(new MemoryStream(await response.Content.ReadAsByteArrayAsync(Cancellation)));
        var column = workbook.Worksheet("Bulgular").Row(1).CellsUsed().Single(cell => cell.GetString() == "Kabul").Address.ColumnNumber;
        var cells = workbook.Worksheet("Bulgular").RowsUsed().Skip(1).Select(row => row.Cell(column).GetString()).Where(text => text.Length > 0).ToList();
        Assert.Equal(2, cells.Count);
        Assert.StartsWith("Ayşe Yılmaz, ", cells[0], StringComparison.Ordinal);
        Assert.EndsWith(": Şubeden gelen fiş, kontrol edildi (31.12.2999 gününe kadar)", cells[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_acknowledged_for_a_month_or_for_the_whole_book_and_taken_back()
    {
        using var book = await OpenAsync();
        await book.PostVouchersAsync(Operation("21", "2025-02-10"));
        await book.ActAsync(book.Month("2025-02", "/check"));
        var january = await SayAsync(book, new { rule = "BEL005", period = "2025-01", note = "Ocak", by = Person });
        AssertCounts(await book.GetAsync(book.Month("2025-01", "/report")), warning: 4, acknowledged: 4);
        AssertCounts(await book.GetAsync(book.Month("2025-02", "/report")), warning: 2, acknowledged: 0);
        await book.ActAsync($"{book.BookPath}/check?from=2025-01-01&to=2025-02-28");
        var range = await book.GetAsync($"{book.BookPath}/report?from=2025-01-01&to=2025-02-28&rule=BEL005");
        // In a range that spans both months each finding belongs to the month of its day.
        Assert.Equal((6, 4), (range.GetProperty("findings").GetArrayLength(), range.GetProperty("counts").GetProperty("acknowledged").GetInt32()));

        await SayAsync(book, new { rule = "BEL005", note = "Her ay", by = "Mehmet Öz" });
        AssertCounts(await book.GetAsync(book.Month("2025-02", "/report")), warning: 2, acknowledged: 2);
        // The month's own word is nearer than the book's.
        Assert.All(await NotesAsync(book, "2025-01"), note => Assert.Equal("Ocak", note));
        var withdrawn = await WithdrawAsync(book, Text(january, "id")!, HttpStatusCode.OK);
        Assert.Equal(("withdrawn", "Işıl Çağ"), (Text(withdrawn, "state"), Text(withdrawn.GetProperty("withdrawn"), "by")));
        Assert.All(await NotesAsync(book, "2025-01"), note => Assert.Equal("Her ay", note));

        var list = (await book.GetAsync($"{book.BookPath}/acknowledgements")).EnumerateArray().ToList();
        Assert.Equal(["withdrawn", "standing"], list.Select(item => Text(item, "state")));
        // Withdrawn twice is withdrawn once; said again it is a new word beside the old one.
        Assert.Equal(withdrawn.GetRawText(), (await WithdrawAsync(book, Text(january, "id")!, HttpStatusCode.OK)).GetRawText());
        var again = await SayAsync(book, new { rule = "BEL005", period = "2025-01", note = "Ocak", by = Person });
        Assert.NotEqual(Text(january, "id"), Text(again, "id"));
        Assert.Equal(3, (await book.GetAsync($"{book.BookPath}/acknowledgements")).GetArrayLength());
    }

    [Fact]
    public async Task The_same_word_said_by_many_at_once_is_one_word()
    {
        using var book = await OpenAsync();
        var body = new { rule = "BEL005", period = "2025-01", note = "Ocak", by = Person };
        var ids = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => Text(await SayAsync(book, body), "id")));
        Assert.Single(ids.Distinct(StringComparer.Ordinal));
        Assert.Equal(1, (await book.GetAsync($"{book.BookPath}/acknowledgements")).GetArrayLength());
    }

    [Fact]
    public async Task A_voucher_that_changed_must_be_looked_at_again()
    {
        using var book = await OpenAsync();
        await SayAsync(book, new { rule = "BEL005", voucherId = "1", note = "Görüldü", by = Person });
        var original = Operation("1", "2025-01-10");
        await book.PostVouchersAsync(original.Replace("Deneme kaydı 1", "Başka açıklama", StringComparison.Ordinal));
        AssertCounts(await book.ActAsync(book.Month("2025-01", "/check")), warning: 4, acknowledged: 0);
        Assert.Equal("voucherChanged", Text((await book.GetAsync($"{book.BookPath}/acknowledgements"))[0], "state"));
        // The very content that was looked at: nothing new to look at.
        await book.PostVouchersAsync(original);
        AssertCounts(await book.ActAsync(book.Month("2025-01", "/check")), warning: 4, acknowledged: 2);
    }

    [Fact]
    public async Task A_line_is_acknowledged_alone()
    {
        using var book = await OpenAsync();
        await SayAsync(book, new { rule = "BEL005", voucherId = "1", line = 2, note = "Banka böyle yazıyor", by = Person });
        var report = await book.GetAsync(book.Month("2025-01", "/report?acknowledged=true"));
        Assert.Equal(2, report.GetProperty("findings").EnumerateArray().Single().GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task One_difference_of_the_opening_is_acknowledged_and_the_others_stand()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-01").Replace("\"mahsup\"", "\"opening\"", StringComparison.Ordinal));
        await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"{book.BookPath}/years/2025/opening-balances", new object[] { new { account = "500.01", debit = 1 } }, Cancellation), HttpStatusCode.OK);
        await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal([1, 2, null], await OpeningLinesAsync(book, "&acknowledged=false"));
        await SayAsync(book, new { rule = "ACK006", voucherId = "1", line = 2, note = "Hesap yıl başında bölündü", by = Person });
        Assert.Equal([2], await OpeningLinesAsync(book, "&acknowledged=true"));
        Assert.Equal([1, null], await OpeningLinesAsync(book, "&acknowledged=false"));
    }

    [Fact]
    public async Task Raising_the_rule_ends_its_acknowledgements()
    {
        using var book = await OpenAsync();
        await SayAsync(book, new { rule = "BEL005", note = "Her ay", by = Person });
        await book.PutCompanyAsync(company => company["severities"] = new JsonObject { ["BEL005"] = "error" });
        var report = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal((4, LiveBook.StandingWarnings(report), 0), (Count(report, "error"), Count(report, "warning"), Count(report, "acknowledged")));
        await RefusedAsync(book, new { rule = "BEL005", note = "Yine de", by = Person }, "not-acknowledgeable", "BEL005 kuralının bulguları hatadır; hatalar kabul edilmez, giderilir.");
    }

    [Fact]
    public async Task What_cannot_be_acknowledged_is_refused_with_its_reason()
    {
        using var book = await OpenAsync();
        await RefusedAsync(book, new { rule = "FIS001", voucherId = "1", note = "Olsun", by = Person }, "not-acknowledgeable", "FIS001 kuralının bulguları hatadır; hatalar kabul edilmez, giderilir.");
        await RefusedAsync(book, new { rule = "MET004", note = "Olsun", by = Person }, "not-acknowledgeable", "MET004 kuralının bulguları yalnız bilgi içindir; kabul edilmeleri gerekmez.");
        await RefusedAsync(book, new { rule = "NUM001", note = "Olsun", by = Person }, "not-acknowledgeable", "NUM001 kontrol raporunda konuşan bir kural değil; kabul edilecek bir bulgusu olmaz.");
        await RefusedAsync(book, new { rule = "ABC123", note = "Olsun", by = Person }, "unreadable", "\"ABC123\" kodlu bir kural yok. Kabul edilecek uyarının kural kodunu (rule) rapordaki gibi yazın.");
        await RefusedAsync(book, new { rule = "BEL005", note = " ", by = Person }, "unreadable", "Uyarının neden kabul edildiği (note) yazılmalıdır.");
        await RefusedAsync(book, new { rule = "BEL005", note = new string('a', 2001), by = Person }, "unreadable", "Gerekçe (note) en çok 2.000 karakter olabilir.");
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", until = "2020-01-01", by = Person }, "unreadable", "Kabulün son günü (until) 01.01.2020 geçmişte kaldı; bugünden önce bir gün verilemez.");
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", line = 1, by = Person }, "unreadable", "Satır (line) fişin kaçıncı satırı olduğudur; 1’den başlar ve fişin kimliğiyle (voucherId) birlikte verilir.");
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", voucherId = "1", line = 3, by = Person }, "unreadable", "\"1\" kimlikli fişin 3 numaralı satırı yok.");
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", voucherId = "1", period = "2025-02", by = Person }, "unreadable", "\"1\" kimlikli fiş 2025-02 döneminde değil. Fişin dönemini (period) düzeltin ya da boş bırakın.");
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", period = "Ocak", by = Person }, "invalid-period", detail: null);
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun" }, "missing-by", detail: null);
        await RefusedAsync(book, new { rule = "BEL005", note = "Olsun", voucherId = "yok", by = Person }, "unknown-voucher", detail: null, HttpStatusCode.NotFound);
        Assert.Equal(0, (await book.GetAsync($"{book.BookPath}/acknowledgements")).GetArrayLength());
        await WithdrawAsync(book, new string('0', 32), HttpStatusCode.NotFound);
        await LiveBook.RefusedAsync(await book.Accountant.DeleteAsync(new Uri($"{book.BookPath}/acknowledgements/yok", UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "missing-by");
    }

    [Theory]
    [InlineData("severity=uyarı")]
    [InlineData("severity=1")]
    [InlineData("severity=-1")]
    [InlineData("severity=error,warning")]
    [InlineData("acknowledged=evet")]
    public async Task A_filter_that_is_not_understood_is_refused(string query)
    {
        using var book = await OpenAsync();
        await LiveBook.RefusedAsync(await book.Accountant.GetAsync(new Uri(book.Month("2025-01", "/report?" + query), UriKind.Relative), Cancellation), HttpStatusCode.UnprocessableEntity, "invalid-filter");
    }

    // Two vouchers with two warnings each, and a clean one.
    private async Task<LiveBook> OpenAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{Operation("1", "2025-01-10")},{LiveBook.Voucher("2", "2025-01-10")},{Operation("3", "2025-01-11")}]");
        await book.ActAsync(book.Month("2025-01", "/check"));
        return book;
    }

    // An operation stands for a document's name on both lines: BEL005, a warning.
    private static string Operation(string id, string date) => LiveBook.Voucher(id, date).Replace("\"Dekont\"", "\"HAVALE\"", StringComparison.Ordinal);

    private static async Task<JsonElement> SayAsync(LiveBook book, object body) =>
        await LiveBook.ReadAsync(await book.Accountant.PostAsJsonAsync($"{book.BookPath}/acknowledgements", body, Cancellation), HttpStatusCode.Created);

    private static async Task RefusedAsync(LiveBook book, object body, string type, string? detail, HttpStatusCode status = HttpStatusCode.UnprocessableEntity)
    {
        var refused = await LiveBook.RefusedAsync(await book.Accountant.PostAsJsonAsync($"{book.BookPath}/acknowledgements", body, Cancellation), status, type);
        if (detail is not null)
            Assert.Equal(detail, Text(refused, "detail"));
    }

    private static async Task<JsonElement> WithdrawAsync(LiveBook book, string id, HttpStatusCode expected) =>
        await LiveBook.ReadAsync(await book.Accountant.DeleteAsync(new Uri($"{book.BookPath}/acknowledgements/{id}?by={Uri.EscapeDataString("Işıl Çağ")}", UriKind.Relative), Cancellation), expected);

    private static async Task<IEnumerable<string?>> VouchersAsync(LiveBook book, string query) =>
        (await book.GetAsync(book.Month("2025-01", "/report" + query))).GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "voucherId"));

    private static async Task<IEnumerable<int?>> OpeningLinesAsync(LiveBook book, string query) =>
        (await book.GetAsync(book.Month("2025-01", "/report?rule=ACK006" + query))).GetProperty("findings").EnumerateArray().Select(finding => finding.TryGetProperty("line", out var line) ? line.GetInt32() : (int?)null);

    private static async Task<IEnumerable<string?>> NotesAsync(LiveBook book, string period) =>
        (await book.GetAsync(book.Month(period, "/report?rule=BEL005"))).GetProperty("findings").EnumerateArray().Select(finding => Text(finding.GetProperty("acknowledged"), "note"));

    private static void AssertCounts(JsonElement report, int warning, int acknowledged) => Assert.Equal((warning + LiveBook.StandingWarnings(report), acknowledged), (Count(report, "warning"), Count(report, "acknowledged")));

    private static int Count(JsonElement report, string name) => report.GetProperty("counts").GetProperty(name).GetInt32();

    private static string? Text(JsonElement item, string name) => item.GetProperty(name).GetString();
}
