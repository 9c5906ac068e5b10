using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Tests.OpenApi;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A company of its own for one test, with the keys of its people, spoken to over HTTP.</summary>
public sealed class LiveBook : IDisposable
{
    private static int made;

    private readonly Uri address;

    private LiveBook(Uri address, string company)
    {
        this.address = address;
        Company = company;
        Admin = ClientFor(LiveApp.AdminKey);
        Erp = Accountant = Integrator = Admin;
    }

    public string Company { get; }

    public string BookPath => $"/api/companies/{Company}/0000";

    public HttpClient Admin { get; }

    public HttpClient Erp { get; private set; }

    public HttpClient Accountant { get; private set; }

    public HttpClient Integrator { get; private set; }

    /// <param name="app">The application.</param>
    /// <param name="change">Changes the plain company before it is put.</param>
    public static Task<LiveBook> OpenAsync(LiveApp app, Action<JsonObject>? change = null) => OpenAsync(app.Address, change);

    public static async Task<LiveBook> OpenAsync(Uri address, Action<JsonObject>? change = null)
    {
        var book = await OpenForAccountantAsync(address, change);
        book.Erp = book.ClientFor(await book.IssueAsync("erp"));
        book.Integrator = book.ClientFor(await book.IssueAsync("integrator"));
        return book;
    }

    /// <summary>With the accountant's key alone, for tests that open very many.</summary>
    public static async Task<LiveBook> OpenForAccountantAsync(Uri address, Action<JsonObject>? change = null)
    {
        var book = new LiveBook(address, NewCompany());
        await book.PutCompanyAsync(change);
        book.Accountant = book.ClientFor(await book.IssueAsync("accountant"));
        return book;
    }

    /// <summary>An id that no other test has.</summary>
    public static string NewCompany() => $"test-{Interlocked.Increment(ref made)}-{Guid.NewGuid():N}"[..30];

    /// <summary>Warnings that a report of the plain company always holds: no opening voucher in its first month (ACK002), and a deadline that is long past (KON007).</summary>
    public static int StandingWarnings(JsonElement report) => FindingsOf(report, "ACK002") + FindingsOf(report, "KON007");

    /// <summary>And that no chart of accounts and no balances were sent (KON006).</summary>
    public static int StandingInfos(JsonElement report) => FindingsOf(report, "KON006");

    /// <summary>A company whose vouchers no rule finds fault with; fiscal year 2025.</summary>
    public static JsonObject PlainCompany() => (JsonObject)JsonNode.Parse("""
        { "taxId": "4540536920", "title": "DENEME TİCARET A.Ş.", "eDefter": true,
          "address": { "buildingNumber": "1", "street": "Işık Sokağı", "city": "İstanbul", "postalCode": "34000", "country": "Türkiye" },
          "phone": "2120000000", "email": "muhasebe@deneme.example", "website": "https://deneme.example", "naceCode": "551003",
          "fiscalYear": { "start": "2025-01-01", "end": "2025-12-31" }, "branches": [ { "code": "0000", "name": "Merkez" } ],
          "accountants": [ { "name": "Ayşe Yılmaz", "title": "SMMM", "engagement": "SMMM sözleşmesi, 2025-01-01, M1" } ],
          "repairPolicy": { "enteredByDefault": "MUHASEBE SERVİSİ" } }
        """)!;

    private static int FindingsOf(JsonElement report, string code) =>
        report.GetProperty("coverage").EnumerateArray().Single(covered => covered.GetProperty("rule").GetString() == code).GetProperty("findings").GetInt32();

    public async Task PutCompanyAsync(Action<JsonObject>? change = null)
    {
        var company = PlainCompany();
        change?.Invoke(company);
        using var response = await Admin.PutAsJsonAsync($"/api/companies/{Company}", company, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<string> IssueAsync(string role)
    {
        var issued = await ReadAsync(await Admin.PostAsJsonAsync($"/api/companies/{Company}/keys", new { role, name = role + " anahtarı" }, TestContext.Current.CancellationToken), HttpStatusCode.Created);
        return issued.GetProperty("key").GetString()!;
    }

    public string Month(string period, string rest = "") => $"{BookPath}/periods/{period}{rest}";

    /// <summary>Posts vouchers as JSON text and gives the answer.</summary>
    public async Task<JsonElement> PostVouchersAsync(string json, string type = "application/json", HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var content = new StringContent(json, Encoding.UTF8, type);
        return await ReadAsync(await Erp.PostAsync(new Uri($"{BookPath}/vouchers", UriKind.Relative), content, TestContext.Current.CancellationToken), expected);
    }

    /// <summary>An act of the accountant that may become a job: waits for its end.</summary>
    public Task<JsonElement> ActAsync(string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK) => ActAsync(Accountant, path, body, expected);

    public static async Task<JsonElement> ActAsync(HttpClient client, string path, object? body = null, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var response = await client.PostAsJsonAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}wait=25", body ?? new { }, TestContext.Current.CancellationToken);
        return await ReadAsync(response, expected);
    }

    public Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK) => GetAsync(Accountant, path, expected);

    public static async Task<JsonElement> GetAsync(HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), expected);

    /// <summary>The JSON of a response that must have the expected status.</summary>
    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
            return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
        }
    }

    /// <summary>The problem document of a refusal: its shape is asserted here, for every refusal that a test sees.</summary>
    public static async Task<JsonElement> RefusedAsync(HttpResponseMessage response, HttpStatusCode expected, string type)
    {
        var media = response.Content.Headers.ContentType?.ToString();
        var problem = await ReadAsync(response, expected);
        Assert.Equal("application/problem+json; charset=utf-8", media);
        Assert.Equal("urn:edefter:" + type, problem.GetProperty("type").GetString());
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.Matches("[.!]$", problem.GetProperty("detail").GetString());
        return problem;
    }

    /// <summary>A POST that may become a job and is refused, at once or at the job's end.</summary>
    public async Task<JsonElement> RefusedActAsync(string path, object? body, HttpStatusCode expected, string type) =>
        await RefusedAsync(await Accountant.PostAsJsonAsync(path + "?wait=25", body ?? new { }, TestContext.Current.CancellationToken), expected, type);

    /// <summary>A balanced voucher with a bank slip: clean by every rule.</summary>
    public static string Voucher(string id, string date, string amount = "100.00", string? number = null) => $$"""
        { "id": "{{id}}", "number": "{{number ?? id}}", "date": "{{date}}", "kind": "mahsup", "enteredBy": "Ayşe Yılmaz", "comment": "Deneme kaydı {{id}}",
          "lines": [
            { "account": "102.01", "accountName": "ZİRAAT BANKASI", "mainAccountName": "BANKALAR", "debit": {{amount}}, "postingDate": "{{date}}", "paymentMethod": "Banka",
              "document": { "type": "other", "typeDescription": "Dekont", "number": "D-{{id}}", "date": "{{date}}" } },
            { "account": "120.01", "accountName": "MÜŞTERİ İNŞAAT", "mainAccountName": "ALICILAR", "credit": {{amount}}, "postingDate": "{{date}}",
              "document": { "type": "other", "typeDescription": "Dekont", "number": "D-{{id}}", "date": "{{date}}" } } ] }
        """;

    public void Dispose()
    {
        Admin.Dispose();
        Erp.Dispose();
        Accountant.Dispose();
        Integrator.Dispose();
    }

    /// <summary>A client of somebody who signed in.</summary>
    public HttpClient ClientForToken(string token)
    {
        var client = ClientFor(key: null);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with a key, or with none.</summary>
    public HttpClient ClientFor(string? key)
    {
        var client = new HttpClient(new ContractHandler()) { BaseAddress = address };
        if (key is null)
            return client;
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }
}
