using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using ClosedXML.Excel;
using EDefter.Functions.Local;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>What stands beside the steps of a month, in a real browser: the rehearsal, people's tables, the integrator's view, files too large for a request.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class AsideBrowserTests(LiveApp app)
{
    private const string January = "2025-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [ChromiumFact]
    public async Task A_month_is_rehearsed_before_its_numbers_and_kept_as_an_unsigned_draft_after_them()
    {
        using var book = await LiveBook.OpenAsync(app, company =>
        {
            company["sourceApplication"] = "4540536920##DENEME##EDefter##1.0";
            company["link"] = "https://erp.example/fis/{voucherId}";
        });
        await book.PostVouchersAsync($"[{LiveBook.Voucher("1", "2025-01-09")},{LiveBook.Voucher("2", "2025-01-10")}]");
        await book.ActAsync(book.Month(January, "/numbers"), new { by = "Ayşe Yılmaz" });
        var undated = LiveBook.Voucher("s2", "2025-02-10").Replace("\"number\": \"D-s2\", \"date\": \"2025-02-10\"", "\"number\": \"D-s2\"", StringComparison.Ordinal);
        var unbalanced = LiveBook.Voucher("s3", "2025-02-11").Replace("\"credit\": 100.00", "\"credit\": 90.00", StringComparison.Ordinal);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("s1", "2025-02-09")},{undated},{unbalanced}]");
        await book.ActAsync(book.Month("2025-02", "/check"));

        await ConsoleScript.PlayAsync("rehearsal", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant") });

        var archives = (await book.GetAsync(book.Month(January, "/archives"))).EnumerateArray().ToList();
        Assert.Equal(["gib-draft", "izibiz"], archives.Select(archive => archive.GetProperty("profile").GetString()));
        Assert.Equal("2025-03-05", archives[0].GetProperty("draft").GetProperty("creationDate").GetString());
        var made = await book.GetAsync(book.Month(January, $"/archives/{archives[1].GetProperty("id").GetString()}"));
        Assert.Contains("00107", made.GetProperty("manifest").GetRawText(), StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Workbook_and_CSV_come_in_and_what_cannot_be_read_of_them_is_told_row_by_row()
    {
        using var book = await LiveBook.OpenAsync(app);
        const string Csv = "FİŞ NO;TARİH;HESAP KODU;BORÇ;ALACAK\r\n1;15.01.2025;100;1.234,50;\r\n1;15.01.2025;600;;1.234,50\r\n2;16.01.2025;100;5,00;\r\n2;16.01.2025;600;;5,00\r\n;;;1;\r\n";
        var files = new JsonArray(File("ocak.xlsx", Workbook()), File("ocak.csv", Encoding.UTF8.GetBytes(Csv)));
        var seen = await ConsoleScript.PlayAsync("tables", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant"), ["files"] = files });
        Assert.Collection(
            seen.GetProperty("seen").EnumerateArray().Select(row => row.GetString()!),
            row => Assert.StartsWith("Fişler, satır 4", row, StringComparison.Ordinal),
            row => Assert.StartsWith("satır 6", row, StringComparison.Ordinal));
        Assert.Equal(4, (await book.GetAsync(book.Month(January))).GetProperty("vouchers").GetInt32());
    }

    [DeepChromiumFact]
    public async Task An_integrator_sees_archives_only_and_what_they_say_differently_field_by_field()
    {
        const int Changed = 110;
        using var book = await LiveBook.OpenAsync(app);
        var vouchers = Enumerable.Range(1, Changed + 2).Select(n => LiveBook.Voucher(n.ToString(CultureInfo.InvariantCulture), "2025-01-10")).ToList();
        await book.PostVouchersAsync($"[{string.Join(',', vouchers)}]");
        await ArchiveAsync(book);
        await book.ActAsync(book.Month(January, "/numbers/undo"), new { by = "Ayşe Yılmaz" });
        var changed = vouchers.Take(Changed).Select((voucher, n) => voucher.Replace($"Deneme kaydı {n + 1}\"", $"Deneme kaydı {n + 1} düzeltildi\"", StringComparison.Ordinal));
        await book.PostVouchersAsync($"[{string.Join(',', changed)}]");
        using var gone = await book.Erp.DeleteAsync(new Uri($"{book.BookPath}/vouchers/{Changed + 1}", UriKind.Relative), Cancellation);
        Assert.True(gone.IsSuccessStatusCode);
        await ArchiveAsync(book);
        await ConsoleScript.PlayAsync("integrator", app.Address, new JsonObject { ["key"] = await book.IssueAsync("integrator"), ["changed"] = Changed });
    }

    [DeepChromiumFact]
    public async Task A_file_too_large_for_a_request_is_written_to_storage_and_imported_with_every_rejected_row_told()
    {
        await LocalUploads.AllowAsync(app.Services, app.Address, Cancellation);
        using var book = await LiveBook.OpenAsync(app);
        await ConsoleScript.PlayAsync("link", app.Address, new JsonObject { ["key"] = await book.IssueAsync("accountant"), ["voucher"] = JsonNode.Parse(LiveBook.Voucher("b", "2025-01-15")) });
        Assert.Equal(3500, (await book.GetAsync(book.Month(January))).GetProperty("vouchers").GetInt32());
    }

    private static async Task ArchiveAsync(LiveBook book)
    {
        await book.ActAsync(book.Month(January, "/numbers"), new { by = "Ayşe Yılmaz" });
        await book.ActAsync(book.Month(January, "/archives"), new { by = "Ayşe Yılmaz", profile = "izibiz" });
    }

    private static JsonObject File(string name, byte[] content) => new() { ["name"] = name, ["content"] = Convert.ToBase64String(content) };

    private static byte[] Workbook()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("Fişler");
        string[][] rows = [["Fiş No", "Tarih", "Hesap Kodu", "Borç"], ["10", "17.01.2025", "100", "5"], ["11", "18.01.2025", "100", "5"], ["", "", "", "7"]];
        foreach (var (row, cells) in rows.Index())
        {
            foreach (var (column, text) in cells.Index().Where(cell => cell.Item.Length > 0))
                sheet.Cell(row + 1, column + 1).SetDataType(XLDataType.Text).SetValue(text);
        }

        using var saved = new MemoryStream();
        workbook.SaveAs(saved);
        return saved.ToArray();
    }
}
