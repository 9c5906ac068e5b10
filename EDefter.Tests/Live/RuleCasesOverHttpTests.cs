using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Core.Rules;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Every rule of a check fires, and its near miss does not, the way a bookkeeper's vouchers come in: posted over HTTP.</summary>
public sealed class RuleCasesOverHttpTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_rule_of_a_check_has_a_case_that_fires_and_a_near_miss()
    {
        var checks = RuleBook.Standard.Rules.Where(rule => rule.Info.Phase == RulePhase.Check && rule is not ReservedRule).Select(rule => rule.Info.Code).ToList();
        Assert.Equal(checks, RuleCases.All.Where(item => item.Expect.Any(finding => finding.Rule == item.Rule)).Select(item => item.Rule).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(checks, RuleCases.All.Where(item => item.IsSilent).Select(item => item.Rule).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_case_says_over_HTTP_exactly_what_it_expects()
    {
        var failures = new ConcurrentBag<string>();
        foreach (var day in RuleCases.All.GroupBy(item => item.AsOf).OrderBy(group => group.Key))
        {
            app.Clock.MoveTo(new DateTimeOffset(day.Key, new TimeOnly(12, 0), TimeSpan.FromHours(3)));
            await Parallel.ForEachAsync(day.Where(item => item.Rates is null), new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Cancellation }, async (item, _) => await TryAsync(item));
            // Rates are the same for every company, so their cases come one after the other and leave none behind.
            foreach (var item in day.Where(item => item.Rates is not null))
            {
                await PutRatesAsync(item, rates => rates);
                await TryAsync(item);
                await PutRatesAsync(item, _ => new JsonArray());
            }
        }

        Assert.True(failures.IsEmpty, string.Join("\n", failures));

        async Task TryAsync(RuleCase item)
        {
            if (await WhatIsWrongAsync(item) is { } wrong)
                failures.Add($"{item}: {wrong}");
        }
    }

    private async Task PutRatesAsync(RuleCase item, Func<JsonNode, JsonNode> change)
    {
        using var admin = new HttpClient { BaseAddress = app.Address };
        admin.DefaultRequestHeaders.Add("X-Api-Key", LiveApp.AdminKey);
        foreach (var (day, rates) in item.Rates!)
            await LiveBook.ReadAsync(await admin.PutAsJsonAsync($"/api/rates/{day}", change(rates!), Cancellation), HttpStatusCode.OK);
    }

    private async Task<string?> WhatIsWrongAsync(RuleCase item)
    {
        using var book = await OpenAsync(item);
        await LiveEarlierAsync(book, item);
        await SendBalancesAsync(book, item);
        var received = await LiveBook.ReadAsync(await book.Accountant.PostAsync(new Uri($"{Path(book, item)}/vouchers", UriKind.Relative), NdJson(item.Vouchers), Cancellation), HttpStatusCode.OK);
        if (received.GetProperty("received").GetInt32() != item.Vouchers.Count || received.GetProperty("rejected").GetArrayLength() > 0)
            return received.GetRawText();
        var (check, report) = item.Period is { } period
            ? ($"{Path(book, item)}/periods/{period}/check", $"{Path(book, item)}/periods/{period}/report")
            : ($"{Path(book, item)}/check?{Range(item)}", $"{Path(book, item)}/report?{Range(item)}");
        if (item.SourceCount is not null)
            await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"{Path(book, item)}/periods/{item.Period}/source-count", item.SourceCount, Cancellation), HttpStatusCode.OK);
        await book.ActAsync(check);
        var rules = item.IsSilent ? [item.Rule] : item.Expect.Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
        var said = (await ReadAllAsync(book, report)).Where(finding => rules.Contains(finding.GetProperty("rule").GetString()!)).Select(Seen).Order(StringComparer.Ordinal).ToList();
        var wanted = item.Expect.Select(finding => $"{finding.Rule} {finding.VoucherId} {finding.Line} {finding.Field} {finding.Message}").Order(StringComparer.Ordinal).ToList();
        return said.SequenceEqual(wanted, StringComparer.Ordinal) ? null : $"said [{string.Join(" | ", said)}] instead of [{string.Join(" | ", wanted)}]";
    }

    private async Task<LiveBook> OpenAsync(RuleCase item)
    {
        var book = await LiveBook.OpenForAccountantAsync(app.Address, company => Become(company, item.EarlierCompany ?? item.Company));
        if (item.Chart is not null)
            await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"/api/companies/{book.Company}/accounts", item.Chart, Cancellation), HttpStatusCode.OK);
        return book;
    }

    // What came before the range, in the book and with the profile of that time.
    private static async Task LiveEarlierAsync(LiveBook book, RuleCase item)
    {
        if (item.Earlier.Count > 0)
        {
            var path = $"/api/companies/{book.Company}/{item.EarlierBranch}";
            var received = await LiveBook.ReadAsync(await book.Accountant.PostAsync(new Uri($"{path}/vouchers", UriKind.Relative), NdJson(item.Earlier), Cancellation), HttpStatusCode.OK);
            Assert.Equal(item.Earlier.Count, received.GetProperty("stored").GetInt32());
            var periods = received.GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("period").GetString()!).Order(StringComparer.Ordinal);
            foreach (var period in periods.Where(_ => item.NumberEarlier))
                await book.ActAsync($"{path}/periods/{period}/numbers", new { by = "Ayşe Yılmaz" });
        }

        if (item.EarlierCompany is not null)
            await book.PutCompanyAsync(company => Become(company, item.Company));
    }

    private static async Task SendBalancesAsync(LiveBook book, RuleCase item)
    {
        if (item.OpeningBalances is not null)
            await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"{Path(book, item)}/years/{item.From:yyyy-MM}/opening-balances", item.OpeningBalances, Cancellation), HttpStatusCode.OK);
        if (item.TrialBalance is not null)
            await LiveBook.ReadAsync(await book.Accountant.PutAsJsonAsync($"{Path(book, item)}/periods/{item.Period}/trial-balance", item.TrialBalance, Cancellation), HttpStatusCode.OK);
    }

    private static void Become(JsonObject company, JsonObject wanted)
    {
        foreach (var member in company.Select(pair => pair.Key).ToList())
            company.Remove(member);
        foreach (var (member, value) in wanted)
        {
            if (member != "id")
                company[member] = value?.DeepClone();
        }
    }

    // Small pages, so that the paging is walked too.
    private static async Task<IReadOnlyList<JsonElement>> ReadAllAsync(LiveBook book, string report)
    {
        var findings = new List<JsonElement>();
        string? next = $"{report}{(report.Contains('?', StringComparison.Ordinal) ? '&' : '?')}size=3";
        while (next is not null)
        {
            var page = await book.GetAsync(next);
            findings.AddRange(page.GetProperty("findings").EnumerateArray());
            next = page.TryGetProperty("next", out var path) ? path.GetString() : null;
        }

        return findings;
    }

    private static string Seen(JsonElement finding) => $"{finding.GetProperty("rule").GetString()} {Text(finding, "voucherId")} {Text(finding, "line")} {Text(finding, "field")} {finding.GetProperty("message").GetString()}";

    private static string Text(JsonElement finding, string member) => finding.TryGetProperty(member, out var value) ? value.ToString() : string.Empty;

    private static string Path(LiveBook book, RuleCase item) => $"/api/companies/{book.Company}/{item.Branch}";

    private static string Range(RuleCase item) => string.Create(CultureInfo.InvariantCulture, $"from={item.From:yyyy-MM-dd}&to={item.To:yyyy-MM-dd}");

    private static StringContent NdJson(IReadOnlyList<string> vouchers) => new(string.Join('\n', vouchers), Encoding.UTF8, "application/x-ndjson");
}
