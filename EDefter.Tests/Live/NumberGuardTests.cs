using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>
/// The guard rules, each provoked by a row changed behind the application's back: whoever would build on broken numbers is refused, gets the rule's
/// sentence, and nothing has left the house.
/// </summary>
[Collection(LiveAppGroup.Name)]
public sealed class NumberGuardTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";
    private const string January = "2025-01";
    private const string February = "2025-02";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task NUM002_the_first_number_follows_the_last_of_the_month_before()
    {
        using var book = await OpenAsync();
        await NumberAsync(book, February);
        await ChangeNumbersAsync(book, February, numbers =>
        {
            numbers["first"] = 5;
            numbers["last"] = 5;
            numbers["days"]![0]!["firstNumber"] = 5;
        });
        await AssertRefusedByAllAsync(book, February, "2025-03", "NUM002", "Yevmiye madde no 4 ile başlamalıdır; 5 ile başlıyor.");
    }

    [Fact]
    public async Task NUM004_the_numbers_follow_the_dates()
    {
        using var book = await OpenAsync();
        await ChangeNumbersAsync(book, January, numbers => (numbers["days"]![0]!["day"], numbers["days"]![1]!["day"]) = ("2025-01-11", "2025-01-10"));
        await AssertRefusedByAllAsync(book, January, February, "NUM004", "Yevmiye defteri tarih sırasında değil: 1 (11.01.2025) → 3 (10.01.2025).");
    }

    [Theory]
    [InlineData("firstNumber", 4, "NUM003", "Yevmiye madde numaralarında atlama var: 3.")]
    [InlineData("firstNumber", 2, "NUM003", "Yevmiye madde numaralarında tekrar var: 2.")]
    [InlineData("firstLine", 6, "NUM011", "Satır numaralarında süreklilik hatası var: 6.")]
    public async Task NUM003_and_NUM011_a_day_begins_where_the_one_before_it_ends(string member, int start, string rule, string title)
    {
        using var book = await OpenAsync();
        await ChangeNumbersAsync(book, January, numbers => numbers["days"]![1]![member] = start);
        AssertSays(await RefusedFeedAsync(book, January), rule, title);
        AssertSays(await book.RefusedActAsync(book.Month(January, "/archives"), new { by = Person, profile = "edefter" }, HttpStatusCode.Conflict, "numbers-broken"), rule, title);
        Assert.Equal(1, (await book.GetAsync(book.Month(January, "/archives"))).GetArrayLength());
    }

    [Theory]
    [InlineData("lastLine", 7, "NUM011", "Satır numaralarında süreklilik hatası var: 1.")]
    [InlineData("last", 4, "NUM003", "Yevmiye madde numaralarında atlama var: 4.")]
    [InlineData("credit", 1, "NUM007", "Ocak 2025 numaralandıktan sonra en az 1 fiş eklenmiş, değişmiş ya da silinmiş.")]
    public async Task A_stamp_that_contradicts_itself_is_seen_without_reading_a_voucher(string member, int value, string rule, string title)
    {
        using var book = await OpenAsync();
        await ChangeNumbersAsync(book, January, numbers => numbers[member] = value);
        await AssertRefusedByAllAsync(book, January, February, rule, title);
    }

    [Fact]
    public async Task NUM007_vouchers_that_came_after_the_numbers_are_counted_and_renumbering_is_the_way_out()
    {
        using var book = await OpenAsync();
        JsonNode? numbering = null;
        await StoredHead.ChangeAsync(book, January, head =>
        {
            numbering = head["numbering"]!.DeepClone();
            head.Remove("numbering");
        });
        await book.PostVouchersAsync($"[{LiveBook.Voucher("d", "2025-01-12")},{LiveBook.Voucher("a", "2025-01-10", "250.00")}]");
        await StoredHead.ChangeAsync(book, January, head => head["numbering"] = numbering);
        await AssertRefusedByAllAsync(book, January, February, "NUM007", "Ocak 2025 numaralandıktan sonra 2 fiş eklenmiş, değişmiş ya da silinmiş.");

        await book.ActAsync(book.Month(January, "/numbers/undo"), new { by = Person });
        await NumberAsync(book, January);
        Assert.Equal(4, await FeedLinesAsync(book, January));
        await NumberAsync(book, February);
    }

    [Fact]
    public async Task NUM007_a_month_that_was_renumbered_under_the_next_one_is_seen_by_the_next_one()
    {
        using var book = await OpenAsync();
        await NumberAsync(book, February);
        await StoredHead.ChangeAsync(book, January, head => head["numbering"]!["numbers"]!["chain"] = "sha256:" + new string('0', 64));
        AssertSays(await RefusedFeedAsync(book, February), "NUM007", "Ocak 2025 numaralandıktan sonra en az 1 fiş eklenmiş, değişmiş ya da silinmiş.");
    }

    [Fact]
    public async Task FIS015_numbers_are_given_to_the_vouchers_that_were_checked()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("a", "2025-01-10"));
        await book.ActAsync(book.Month(January, "/check"));
        var revision = (await book.GetAsync(book.Month(January))).GetProperty("revision").GetInt64();
        await book.PostVouchersAsync(LiveBook.Voucher("b", "2025-01-11", number: "00163"));
        // The month claims to be the one that was checked.
        await StoredHead.ChangeAsync(book, January, head => head["revision"] = revision);
        var refused = await book.RefusedActAsync(book.Month(January, "/numbers"), new { by = Person }, HttpStatusCode.Conflict, "revision-moved");
        AssertSays(refused, "FIS015", "00163 nolu fiş kontrolden ya da önizlemeden sonra değişmiş; rapor yeniden alınmalıdır.");
        Assert.False((await book.GetAsync(book.Month(January))).TryGetProperty("numbers", out _));
        await book.ActAsync(book.Month(January, "/check"));
        Assert.Equal(2, (await NumberAsync(book, January)).GetProperty("last").GetInt32());
    }

    [Fact]
    public async Task FIS015_numbers_are_those_of_the_preview_that_was_seen()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("a", "2025-01-10"));
        var seen = await book.ActAsync(book.Month(January, "/numbers/preview"));
        await book.PostVouchersAsync(LiveBook.Voucher("b", "2025-01-11"));
        var refused = await book.RefusedActAsync(book.Month(January, "/numbers"), new { by = Person, order = seen.GetProperty("order").GetString() }, HttpStatusCode.Conflict, "revision-moved");
        AssertSays(refused, "FIS015", "Ocak 2025 döneminde en az bir fiş kontrolden ya da önizlemeden sonra değişmiş; rapor yeniden alınmalıdır.");
        var again = await book.ActAsync(book.Month(January, "/numbers/preview"));
        var numbers = await book.ActAsync(book.Month(January, "/numbers"), new { by = Person, order = again.GetProperty("order").GetString() });
        Assert.Equal(again.GetProperty("chain").GetString(), numbers.GetProperty("chain").GetString());
    }

    // January: three vouchers on two days, numbered and archived; February: one voucher.
    private async Task<LiveBook> OpenAsync()
    {
        var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{LiveBook.Voucher("a", "2025-01-10")},{LiveBook.Voucher("b", "2025-01-10")},{LiveBook.Voucher("c", "2025-01-11")},{LiveBook.Voucher("f", "2025-02-10")}]");
        await NumberAsync(book, January);
        await book.ActAsync(book.Month(January, "/archives"), new { by = Person, profile = "izibiz" });
        return book;
    }

    private static Task<JsonElement> NumberAsync(LiveBook book, string period) => book.ActAsync(book.Month(period, "/numbers"), new { by = Person });

    private static Task ChangeNumbersAsync(LiveBook book, string period, Action<JsonNode> change) => StoredHead.ChangeAsync(book, period, head => change(head["numbering"]!["numbers"]!));

    private static async Task AssertRefusedByAllAsync(LiveBook book, string period, string next, string rule, string title)
    {
        AssertSays(await RefusedFeedAsync(book, period), rule, title);
        foreach (var (path, body) in new (string, object)[]
        {
            (book.Month(period, "/archives"), new { by = Person, profile = "edefter" }),
            (book.Month(next, "/numbers"), new { by = Person }),
            (book.Month(next, "/numbers/preview"), new { }),
        })
        {
            AssertSays(await book.RefusedActAsync(path, body, HttpStatusCode.Conflict, "numbers-broken"), rule, title);
        }

        // A month that was never archived is refused for that first.
        if ((await book.GetAsync(book.Month(period))).GetProperty("archives").GetInt32() > 0)
            AssertSays(await book.RefusedActAsync(book.Month(period, "/filed"), new { by = Person, reference = "berat 1" }, HttpStatusCode.Conflict, "numbers-broken"), rule, title);
        Assert.False((await book.GetAsync(book.Month(next))).TryGetProperty("numbers", out _));
        Assert.False((await book.GetAsync(book.Month(period))).TryGetProperty("filed", out _));
        Assert.DoesNotContain((await book.GetAsync(book.Month(period, "/archives"))).EnumerateArray(), archive => archive.GetProperty("profile").GetString() == "edefter");
    }

    private static async Task<JsonElement> RefusedFeedAsync(LiveBook book, string period) =>
        await LiveBook.RefusedAsync(await book.Erp.GetAsync(new Uri(book.Month(period, "/numbers"), UriKind.Relative), Cancellation), HttpStatusCode.Conflict, "numbers-broken");

    private static async Task<int> FeedLinesAsync(LiveBook book, string period) =>
        (await book.Erp.GetStringAsync(new Uri(book.Month(period, "/numbers"), UriKind.Relative), Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private static void AssertSays(JsonElement refused, string rule, string title)
    {
        Assert.Equal(rule, refused.GetProperty("rule").GetString());
        Assert.Equal(title, refused.GetProperty("title").GetString());
        Assert.Contains("yeniden", refused.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
