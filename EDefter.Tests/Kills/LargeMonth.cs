using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>The sample company's January, spoken to over HTTP through whatever instance is alive.</summary>
internal sealed class LargeMonth(IReadOnlyList<Voucher> vouchers)
{
    private const string Company = "/api/companies/ornek-otel";
    private const string January = Company + "/0000/periods/2025-01";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string? key;

    public async Task SendAsync(HttpClient client)
    {
        var files = SampleFiles.All().ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
        key = AppProcess.AdminKey;
        await ReadAsync(client, HttpMethod.Put, Company, files["company.json"]);
        var issued = await ReadAsync(client, HttpMethod.Post, Company + "/keys", JsonSerializer.SerializeToUtf8Bytes(new { role = "accountant", name = "Nurgül Özışık" }));
        key = issued.GetProperty("key").GetString();
        await ReadAsync(client, HttpMethod.Put, Company + "/accounts", files["accounts.json"]);
        var body = new ByteBuffer();
        foreach (var voucher in vouchers)
        {
            VoucherJsonWriter.Write(body, voucher);
            body.Write("\n"u8);
        }

        var answer = await ReadAsync(client, HttpMethod.Post, Company + "/0000/vouchers", body.Written.ToArray(), "application/x-ndjson");
        Assert.Equal(vouchers.Count, answer.GetProperty("stored").GetInt32());
    }

    /// <summary>Asks for a check and says where its job is.</summary>
    public async Task<string> AskCheckAsync(HttpClient client) => "/api/jobs/" + (await ReadAsync(client, HttpMethod.Post, January + "/check", "{}"u8.ToArray())).GetProperty("id").GetString();

    public Task<JsonElement> JobAsync(HttpClient client, string job) => ReadAsync(client, HttpMethod.Get, job, body: null);

    public async Task<JsonElement> EndAsync(HttpClient client, string job)
    {
        while (true)
        {
            var found = await JobAsync(client, job + "?wait=5");
            if (found.TryGetProperty("endedAt", out _))
                return found;
        }
    }

    /// <summary>The report as everybody reads it: its head without the instant of the check, and every finding in its order.</summary>
    public async Task<IReadOnlyList<string>> ReportAsync(HttpClient client)
    {
        var head = await ReadAsync(client, HttpMethod.Get, January + "/report?size=1", body: null);
        var said = head.EnumerateObject().Where(member => member.Name is not ("checkedAt" or "findings" or "next")).Select(member => $"{member.Name}: {member.Value.GetRawText()}");
        using var request = Request(HttpMethod.Get, January + "/report?format=ndjson", body: null, "application/json");
        using var response = await client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. said, .. (await response.Content.ReadAsStringAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private Task<JsonElement> ReadAsync(HttpClient client, HttpMethod method, string path, byte[]? body, string type = "application/json") =>
        ReadAsync(client, Request(method, path, body, type));

    private static async Task<JsonElement> ReadAsync(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        using (var response = await client.SendAsync(request, Cancellation))
        {
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(Cancellation));
            return await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, byte[]? body, string type)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        request.Headers.Add("X-Api-Key", key);
        return request;
    }
}
