using System.Net;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A voucher of two documents on its whole way over HTTP: divided in a plan, numbered as two entries, given back byte for byte.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class SplitTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    [Fact]
    public async Task A_voucher_of_two_documents_becomes_two_entries_and_one_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{TwoDocuments("7")},{LiveBook.Voucher("8", "2025-01-11")}]");
        var before = await TextAsync(book, "7");
        var check = await book.ActAsync(book.Month("2025-01", "/check"));
        Assert.Equal("faulty", check.GetProperty("state").GetString());
        Assert.True((await FindingsAsync(book)).Single(finding => Rule(finding) == "FIS012").GetProperty("repair").GetProperty("offered").GetBoolean());

        var plan = await PlanAsync(book);
        var split = plan.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(("FIS012", "B", "splitVoucher", "parts"), (Rule(split), split.GetProperty("class").GetString(), split.GetProperty("kind").GetString(), split.GetProperty("field").GetString()));
        Assert.Equal("4 satır; borç 150,00 TL, alacak 150,00 TL", split.GetProperty("before").GetString());
        Assert.Equal("1. madde: satır 1, 2; ABC2025000000001; 100,00 TL | 2. madde: satır 3, 4; D-2; 50,00 TL", split.GetProperty("after").GetString());
        Assert.Equal([1, 2], split.GetProperty("parts")[0].GetProperty("lines").EnumerateArray().Select(line => line.GetInt32()));
        Assert.Empty(plan.GetProperty("accounts").EnumerateArray());

        var applied = await book.ActAsync(Path(book, plan, "apply"), new { by = Person, accept = new { rules = new[] { "FIS012" } } });
        Assert.Equal((1, 0), (applied.GetProperty("applied").GetInt32(), applied.GetProperty("remaining").GetProperty("error").GetInt32()));
        Assert.Equal(["1", "1", "2", "2"], (await book.GetAsync($"{book.BookPath}/vouchers/7")).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("part").GetString()));
        Assert.Empty((await PlanAsync(book)).GetProperty("changes").EnumerateArray());

        var report = await book.GetAsync(book.Month("2025-01", "/report"));
        Assert.Equal((2, 2, 2), (Total(report, "vouchers"), Total(report, "received"), Total(report, "processed")));
        var numbers = await book.ActAsync(book.Month("2025-01", "/numbers"), new { by = Person });
        Assert.Equal((1, 3, 6), (numbers.GetProperty("first").GetInt32(), numbers.GetProperty("last").GetInt32(), numbers.GetProperty("lastLine").GetInt32()));
        Assert.Equal(["7 7-1 1 1 2 1", "7 7-2 2 3 2 2", "8 8 3 5 2 "], await NumbersAsync(book));
        var archive = await book.ActAsync(book.Month("2025-01", "/archives"), new { profile = "izibiz", by = Person });
        Assert.Equal(3, archive.GetProperty("manifest").GetProperty("numbers").GetProperty("vouchers").GetInt32());

        await book.ActAsync(book.Month("2025-01", "/numbers/undo"), new { by = Person });
        await book.ActAsync(Path(book, plan, "undo"), new { by = Person });
        Assert.Equal(before, await TextAsync(book, "7"));
    }

    [Fact]
    public async Task What_is_repaired_later_in_a_divided_voucher_is_planned_applied_and_undone_on_the_whole_voucher()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(TwoDocuments("7"));
        var split = await PlanAsync(book);
        await book.ActAsync(Path(book, split, "apply"), new { by = Person, accept = "all" });
        // The ERP sends the divided voucher as it got it, with a fault in the second entry.
        var divided = (await TextAsync(book, "7")).Replace("\"D-2\"", "\"D-2 \"", StringComparison.Ordinal).Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);
        var posted = await book.PostVouchersAsync(divided);
        Assert.Equal(["7"], posted.GetProperty("supersededRepairs").EnumerateArray().Select(id => id.GetString()));
        var before = await TextAsync(book, "7");
        await book.ActAsync(book.Month("2025-01", "/check"));
        var findings = (await FindingsAsync(book)).Where(finding => Rule(finding) is not ("ACK002" or "KON006" or "KON007")).ToList();
        Assert.All(findings, finding => Assert.Equal("7", finding.GetProperty("voucherId").GetString()));
        Assert.Single(findings, finding => Rule(finding) == "FIS010");
        Assert.Equal([3, 4], findings.Where(finding => Rule(finding) == "MET004").Select(finding => finding.GetProperty("line").GetInt32()).Order());

        var plan = await PlanAsync(book);
        Assert.Equal(["FIS010", "MET004", "MET004"], plan.GetProperty("changes").EnumerateArray().Select(Rule).Order(StringComparer.Ordinal));
        var applied = await book.ActAsync(Path(book, plan, "apply"), new { by = Person, accept = "all" });
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Equal("D-2", (await book.GetAsync($"{book.BookPath}/vouchers/7")).GetProperty("lines")[3].GetProperty("document").GetProperty("number").GetString());
        await book.ActAsync(Path(book, plan, "undo"), new { by = Person });
        Assert.Equal(before, await TextAsync(book, "7"));
    }

    [Fact]
    public async Task The_ERP_changing_a_divided_voucher_supersedes_the_whole_division()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(TwoDocuments("7"));
        var plan = await PlanAsync(book);
        await book.ActAsync(Path(book, plan, "apply"), new { by = Person, accept = "all" });
        Assert.Equal(1, (await book.PostVouchersAsync(TwoDocuments("7"))).GetProperty("unchanged").GetInt32());
        Assert.Contains("\"part\"", await TextAsync(book, "7"), StringComparison.Ordinal);
        var changed = await book.PostVouchersAsync(TwoDocuments("7").Replace("50.00", "60.00", StringComparison.Ordinal));
        Assert.Equal(["7"], changed.GetProperty("supersededRepairs").EnumerateArray().Select(id => id.GetString()));
        Assert.DoesNotContain("\"part\"", await TextAsync(book, "7"), StringComparison.Ordinal);
        await book.RefusedActAsync(Path(book, plan, "undo"), new { by = Person }, HttpStatusCode.Conflict, "changed-since");
    }

    private static string TwoDocuments(string id) => $$"""
        { "id": "{{id}}", "number": "{{id}}", "date": "2025-01-10", "kind": "mahsup", "enteredBy": "Ayşe Yılmaz", "comment": "İki belge",
          "lines": [
            { "account": "153.01", "accountName": "MALZEME", "mainAccountName": "TİCARİ MALLAR", "debit": 100.00, "description": "Malzeme alışı", "postingDate": "2025-01-10", "document": { "type": "invoice", "number": "ABC2025000000001", "date": "2025-01-10" } },
            { "account": "320.01", "accountName": "SATICI", "mainAccountName": "SATICILAR", "credit": 100.00, "description": "Malzeme alışı", "postingDate": "2025-01-10", "document": { "type": "invoice", "number": "ABC2025000000001", "date": "2025-01-10" } },
            { "account": "102.01", "accountName": "ZİRAAT BANKASI", "mainAccountName": "BANKALAR", "debit": 50.00, "description": "Tahsilat", "postingDate": "2025-01-10", "paymentMethod": "Banka", "document": { "type": "other", "typeDescription": "Dekont", "number": "D-2", "date": "2025-01-10" } },
            { "account": "120.01", "accountName": "ALICI", "mainAccountName": "ALICILAR", "credit": 50.00, "description": "Tahsilat", "postingDate": "2025-01-10", "paymentMethod": "Banka", "document": { "type": "other", "typeDescription": "Dekont", "number": "D-2", "date": "2025-01-10" } } ] }
        """;

    private static Task<JsonElement> PlanAsync(LiveBook book) => book.ActAsync(book.Month("2025-01", "/repairs"));

    private static string Path(LiveBook book, JsonElement plan, string act) => book.Month("2025-01", $"/repairs/{plan.GetProperty("run").GetString()}/{act}");

    private static async Task<string> TextAsync(LiveBook book, string id) => (await book.GetAsync($"{book.BookPath}/vouchers/{id}")).GetRawText();

    private static async Task<List<JsonElement>> FindingsAsync(LiveBook book) => [.. (await book.GetAsync(book.Month("2025-01", "/report"))).GetProperty("findings").EnumerateArray()];

    private static async Task<List<string>> NumbersAsync(LiveBook book)
    {
        var text = await book.Erp.GetStringAsync(new Uri(book.Month("2025-01", "/numbers"), UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).Select(item =>
            $"{item.GetProperty("voucherId").GetString()} {item.GetProperty("voucherNumber").GetString()} {item.GetProperty("number").GetInt32()} {item.GetProperty("firstLine").GetInt32()} {item.GetProperty("lines").GetInt32()} {(item.TryGetProperty("part", out var part) ? part.GetInt32() : null)}")];
    }

    private static string? Rule(JsonElement element) => element.GetProperty("rule").GetString();

    private static int Total(JsonElement report, string name) => report.GetProperty("totals").GetProperty(name).GetInt32();
}
