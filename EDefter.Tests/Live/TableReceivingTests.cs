using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ClosedXML.Excel;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>People's workbooks and CSV files over HTTP.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class TableReceivingTests(LiveApp app)
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task The_template_is_filled_in_and_sent_back_and_the_month_is_clean()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var book2 = new XLWorkbook(new MemoryStream(await book.Erp.GetByteArrayAsync(new Uri("/api/templates/vouchers.xlsx", UriKind.Relative), TestContext.Current.CancellationToken)));
        var sheet = book2.Worksheet("Fişler");
        var columns = sheet.Row(1).CellsUsed().ToDictionary(cell => cell.GetString(), cell => cell.Address.ColumnNumber, StringComparer.Ordinal);
        foreach (var (row, account, name, main, side) in new[] { (2, "102.01", "ZİRAAT BANKASI", "BANKALAR", "Borç"), (3, "120.10", "MÜŞTERİ İNŞAAT", "ALICILAR", "Alacak") })
        {
            foreach (var (header, text) in new[] { ("Fiş No", "00163"), ("Fiş Tarihi", "15.01.2025"), ("Fiş Türü", "Mahsup"), ("Hesap Kodu", account), ("Hesap Adı", name), ("Ana Hesap Adı", main), ("Belge Türü", "Diğer"), ("Belge Türü Açıklaması", "Dekont"), ("Belge No", "000123"), ("Belge Tarihi", "15.01.2025"), ("Kaydeden", "Ayşe Yılmaz"), ("Fiş Açıklaması", "Tahsilat") })
                sheet.Cell(row, columns[header]).SetDataType(XLDataType.Text).SetValue(text);
            sheet.Cell(row, columns[side]).Value = 100;
        }

        sheet.Cell(2, columns["Ödeme Yöntemi"]).Value = "Banka";
        sheet.Cell(4, columns["Borç"]).Value = 100;
        using var filled = new MemoryStream();
        book2.SaveAs(filled);

        var answer = await LiveBook.ReadAsync(await PostAsync(book, "/vouchers", filled.ToArray(), WorkbookType), HttpStatusCode.OK);

        Assert.Equal((2, 1), (answer.GetProperty("received").GetInt32(), answer.GetProperty("stored").GetInt32()));
        Assert.Equal("Fişler, satır 4", Assert.Single(answer.GetProperty("rejected").EnumerateArray()).GetProperty("at").GetString());
        var voucher = await book.GetAsync($"{book.BookPath}/vouchers/00163~2025-01-15~mahsup");
        Assert.Equal(("120.10", "000123"), (voucher.GetProperty("lines")[1].GetProperty("account").GetString(), voucher.GetProperty("lines")[1].GetProperty("document").GetProperty("number").GetString()));
        Assert.Equal("clean", (await book.ActAsync(book.Month("2025-01", "/check"))).GetProperty("state").GetString());
        // Sent again, it is the same voucher.
        Assert.Equal(1, (await LiveBook.ReadAsync(await PostAsync(book, "/vouchers", filled.ToArray(), WorkbookType), HttpStatusCode.OK)).GetProperty("unchanged").GetInt32());
    }

    [Fact]
    public async Task A_csv_of_a_Turkish_program_is_read_and_what_cannot_be_read_is_refused_in_Turkish()
    {
        using var book = await LiveBook.OpenAsync(app);
        const string Csv = "FİŞ NO;TARİH;HESAP KODU;BORÇ;ALACAK\r\n1;15.01.2025;100;1.234,50;\r\n1;15.01.2025;600;;1.234,50\r\n";
        var turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!.GetBytes(Csv);

        Assert.Equal(1, (await LiveBook.ReadAsync(await PostAsync(book, "/vouchers", turkish, "text/csv"), HttpStatusCode.OK)).GetProperty("stored").GetInt32());
        Assert.Equal(1234.50m, (await book.GetAsync($"{book.BookPath}/vouchers/1~2025-01-15")).GetProperty("lines")[0].GetProperty("debit").GetDecimal());

        await LiveBook.RefusedAsync(await PostAsync(book, "/vouchers", "a;b\n1;2\n"u8.ToArray(), "text/csv"), HttpStatusCode.UnprocessableEntity, "unreadable");
        await LiveBook.RefusedAsync(await PostAsync(book, "/vouchers", "merhaba"u8.ToArray(), WorkbookType), HttpStatusCode.UnprocessableEntity, "unreadable");
        await LiveBook.RefusedAsync(await PostAsync(book, "/vouchers?profile=yok", turkish, "text/csv"), HttpStatusCode.UnprocessableEntity, "unknown-reading-profile");
        var rows = string.Concat(Enumerable.Repeat("1;15.01.2025;100;1,00;\r\n", 200_001));
        await LiveBook.RefusedAsync(await PostAsync(book, "/vouchers", Encoding.UTF8.GetBytes("FİŞ NO;TARİH;HESAP KODU;BORÇ;ALACAK\r\n" + rows), "text/csv"), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(1, (await book.GetAsync(book.Month("2025-01"))).GetProperty("vouchers").GetInt32());
    }

    [Fact]
    public async Task A_chart_of_accounts_comes_as_a_table()
    {
        using var book = await LiveBook.OpenAsync(app);
        const string Csv = "Hesap Kodu;Hesap Adı;Üst Hesap Kodu;Hareket Görür\n120;ALICILAR;;Hayır\n120.010;ŞİŞLİ ŞUBE;120;Evet\n";
        var path = new Uri($"/api/companies/{book.Company}/accounts", UriKind.Relative);

        Assert.Equal(2, (await LiveBook.ReadAsync(await book.Erp.PutAsync(path, Content(Encoding.UTF8.GetBytes(Csv), "text/csv"), TestContext.Current.CancellationToken), HttpStatusCode.OK)).GetProperty("accounts").GetInt32());

        var chart = (await book.GetAsync(path.ToString())).GetRawText();
        Assert.Contains("\"120.010\"", chart, StringComparison.Ordinal);
        Assert.Contains("ŞİŞLİ ŞUBE", chart, StringComparison.Ordinal);
        await LiveBook.RefusedAsync(await book.Erp.PutAsync(path, Content("Hesap Kodu;Hesap Adı;Hareket Görür\n120;A;belki\n"u8.ToArray(), "text/csv"), TestContext.Current.CancellationToken), HttpStatusCode.UnprocessableEntity, "unreadable");
        using var template = new XLWorkbook(new MemoryStream(await book.Accountant.GetByteArrayAsync(new Uri("/api/templates/accounts.xlsx", UriKind.Relative), TestContext.Current.CancellationToken)));
        Assert.Equal(["Hesap Planı", "Açıklamalar"], template.Worksheets.Select(sheet => sheet.Name));
    }

    private static async Task<HttpResponseMessage> PostAsync(LiveBook book, string path, byte[] bytes, string type) =>
        await book.Erp.PostAsync(new Uri(book.BookPath + path, UriKind.Relative), Content(bytes, type), TestContext.Current.CancellationToken);

    private static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }
}
