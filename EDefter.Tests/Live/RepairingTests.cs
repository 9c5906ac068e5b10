using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Muhasebe Bakım over HTTP: parts of a plan, choices, conflicts with what the ERP sends, and the history.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class RepairingTests(LiveApp app)
{
    private const string Person = "Ayşe Yılmaz";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_what_was_accepted_is_applied()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync($"[{Unsigned("1")},{Unsigned("2")}]");
        var plan = await PlanAsync(book);
        var first = plan.GetProperty("changes").EnumerateArray().Single(change => change.GetProperty("voucherId").GetString() == "1");
        var applied = await ApplyAsync(book, plan, new { changes = new[] { first.GetProperty("n").GetInt32() } });
        Assert.Equal((1, 1), (applied.GetProperty("applied").GetInt32(), applied.GetProperty("remaining").GetProperty("error").GetInt32()));
        Assert.Equal("MUHASEBE SERVİSİ", await EnteredByAsync(book, "1"));
        Assert.Equal(string.Empty, await EnteredByAsync(book, "2"));
        await book.RefusedActAsync(ApplyPath(book, plan), new { by = "Mehmet Öz", accept = "all" }, HttpStatusCode.Conflict, "run-applied");
    }

    [Fact]
    public async Task Class_C_is_never_accepted_in_bulk_and_takes_a_choice()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10").Replace("\"kind\"", "\"state\": \"prepared\", \"kind\"", StringComparison.Ordinal));
        var plan = await PlanAsync(book);
        var change = plan.GetProperty("changes").EnumerateArray().Single();
        Assert.Equal(("FIS006", "C"), (change.GetProperty("rule").GetString(), change.GetProperty("class").GetString()));
        Assert.Equal(["approved", "cancelled"], change.GetProperty("candidates").EnumerateArray().Select(candidate => candidate.GetString()));
        Assert.False(change.TryGetProperty("after", out _));

        var n = change.GetProperty("n").GetInt32();
        await AssertRefusedAsync(book, plan, new { changes = new[] { n } });
        await AssertRefusedAsync(book, plan, new { changes = new[] { new { n, choose = "belki" } } });
        Assert.Equal("faulty", (await book.ActAsync(book.Month("2025-01", "/check"))).GetProperty("state").GetString());
        var applied = await ApplyAsync(book, plan, new { changes = new[] { new { n, choose = "approved" } } });
        Assert.Equal(0, applied.GetProperty("remaining").GetProperty("error").GetInt32());
        Assert.Equal("approved", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_plan_that_the_ERP_has_overtaken_is_refused()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Unsigned("1"));
        var plan = await PlanAsync(book);
        await book.PostVouchersAsync(Unsigned("1", "200.00"));
        var refused = await book.RefusedActAsync(ApplyPath(book, plan), new { by = Person, accept = "all" }, HttpStatusCode.Conflict, "revision-moved");
        Assert.Equal("2025-01", refused.GetProperty("period").GetString());
        Assert.Equal(string.Empty, await EnteredByAsync(book, "1"));
    }

    [Fact]
    public async Task What_the_ERP_changed_since_is_not_overwritten_by_undo()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Unsigned("1"));
        var plan = await PlanAsync(book);
        await ApplyAsync(book, plan, "all");
        var answer = await book.PostVouchersAsync(Unsigned("1", "200.00"));
        Assert.Equal(["1"], answer.GetProperty("supersededRepairs").EnumerateArray().Select(id => id.GetString()));
        var refused = await book.RefusedActAsync(UndoPath(book, plan), new { by = Person }, HttpStatusCode.Conflict, "changed-since");
        Assert.Equal(["1"], refused.GetProperty("vouchers").EnumerateArray().Select(id => id.GetString()));
        Assert.Equal("200.00", (await book.GetAsync($"{book.BookPath}/vouchers/1")).GetProperty("lines")[0].GetProperty("debit").GetRawText());
    }

    [Fact]
    public async Task A_repair_stays_when_the_ERP_sends_the_same_again()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Unsigned("1"));
        await ApplyAsync(book, await PlanAsync(book), "all");
        var answer = await book.PostVouchersAsync(Unsigned("1"));
        Assert.Equal((0, 1), (answer.GetProperty("stored").GetInt32(), answer.GetProperty("unchanged").GetInt32()));
        Assert.Equal("MUHASEBE SERVİSİ", await EnteredByAsync(book, "1"));
        var versions = await book.GetAsync($"{book.BookPath}/vouchers/1/versions");
        Assert.Equal(["vouchers", "repair"], versions.EnumerateArray().Select(version => version.GetProperty("kind").GetString()));
        Assert.Equal(["erp", Person], versions.EnumerateArray().Select(version => version.GetProperty("by").GetString()));
    }

    [Fact]
    public async Task The_history_keeps_who_planned_applied_and_undid()
    {
        using var book = await LiveBook.OpenAsync(app);
        await book.PostVouchersAsync(Unsigned("1"));
        var plan = await PlanAsync(book);
        await book.RefusedActAsync(UndoPath(book, plan), new { by = Person }, HttpStatusCode.Conflict, "not-applied");
        await ApplyAsync(book, plan, new { classes = new[] { "A", "B" } });
        await book.ActAsync(UndoPath(book, plan), new { by = "Mehmet Öz" });
        await book.RefusedActAsync(UndoPath(book, plan), new { by = Person }, HttpStatusCode.Conflict, "run-undone");
        await book.RefusedActAsync(ApplyPath(book, plan), new { by = "Mehmet Öz", accept = "all" }, HttpStatusCode.Conflict, "run-undone");

        var run = (await book.GetAsync(book.Month("2025-01", "/repairs"))).EnumerateArray().Single();
        Assert.Equal("undone", run.GetProperty("state").GetString());
        Assert.Equal(["plan accountant", $"apply {Person}", "undo Mehmet Öz"], run.GetProperty("acts").EnumerateArray().Select(act => $"{act.GetProperty("kind").GetString()} {act.GetProperty("by").GetString()}"));
        Assert.Equal(string.Empty, await EnteredByAsync(book, "1"));
        var again = await PlanAsync(book);
        Assert.NotEqual(plan.GetProperty("run").GetString(), again.GetProperty("run").GetString());
        Assert.Equal(2, (await book.GetAsync(book.Month("2025-01", "/repairs"))).GetArrayLength());
    }

    private static string Unsigned(string id, string amount = "100.00") => LiveBook.Voucher(id, "2025-01-10", amount).Replace("\"Ayşe Yılmaz\"", "\"\"", StringComparison.Ordinal);

    private static async Task<string?> EnteredByAsync(LiveBook book, string id) =>
        (await book.GetAsync($"{book.BookPath}/vouchers/{id}")).TryGetProperty("enteredBy", out var name) ? name.GetString() : string.Empty;

    private static Task<JsonElement> PlanAsync(LiveBook book) => book.ActAsync(book.Month("2025-01", "/repairs"));

    private static Task<JsonElement> ApplyAsync(LiveBook book, JsonElement plan, object accept) => book.ActAsync(ApplyPath(book, plan), new { by = Person, accept });

    private static async Task AssertRefusedAsync(LiveBook book, JsonElement plan, object accept)
    {
        var problem = await LiveBook.ReadAsync(await book.Accountant.PostAsJsonAsync(ApplyPath(book, plan) + "?wait=25", new { by = Person, accept }, Cancellation), HttpStatusCode.Conflict);
        Assert.Equal("Bakım yapılamadı", problem.GetProperty("title").GetString());
    }

    private static string ApplyPath(LiveBook book, JsonElement plan) => book.Month("2025-01", $"/repairs/{plan.GetProperty("run").GetString()}/apply");

    private static string UndoPath(LiveBook book, JsonElement plan) => book.Month("2025-01", $"/repairs/{plan.GetProperty("run").GetString()}/undo");
}
