using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>Somebody who asks over HTTP until he is answered, and who waits for jobs to end.</summary>
internal sealed class JourneyCaller(IJourneyApp app)
{
    public const string Ndjson = "application/x-ndjson";
    private const string Json = "application/json";

    private string key = app.AdminKey;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static byte[] NdjsonOf(IEnumerable<Voucher> vouchers)
    {
        var body = new ByteBuffer();
        foreach (var voucher in vouchers)
        {
            VoucherJsonWriter.Write(body, voucher);
            body.Write("\n"u8);
        }

        return body.Written.ToArray();
    }

    /// <summary>The same person at another process.</summary>
    public JourneyCaller Through(IJourneyApp other) => new(other) { key = key };

    /// <summary>From here on he has an accountant's key of the company instead of the admin's.</summary>
    public async Task SignInAsync(string company, string name)
    {
        var (status, answer) = await AskAsync(HttpMethod.Post, company + "/keys", JsonSerializer.SerializeToUtf8Bytes(new { role = "accountant", name }), Json);
        Assert.True(status == HttpStatusCode.Created, answer.GetRawText());
        key = answer.GetProperty("key").GetString()!;
    }

    public async Task SendAsync(HttpMethod method, string path, byte[] json)
    {
        var (status, answer) = await AskAsync(method, path, json, Json);
        Assert.True(status is HttpStatusCode.OK or HttpStatusCode.Created, answer.GetRawText());
    }

    /// <summary>Asks for a job and waits for its end; a job that does not end is asked for again, as a person would.</summary>
    /// <param name="path">What is asked.</param>
    /// <param name="body">With what.</param>
    /// <param name="afterDeath">Looks at the storage while nobody is alive; null when there is nothing to see.</param>
    public async Task<JsonElement> ActAsync(string path, object body, Func<Task>? afterDeath = null)
    {
        while (true)
        {
            var (status, answer) = await AskAsync(HttpMethod.Post, path + "?wait=5", JsonSerializer.SerializeToUtf8Bytes(body), Json, afterDeath);
            if (status == HttpStatusCode.OK)
                return answer;
            Assert.True(status == HttpStatusCode.Accepted, answer.GetRawText());
        }
    }

    /// <summary>Downloads an archive as an integrator would, and has it verified.</summary>
    public async Task<byte[]> DownloadAsync(JsonElement archive)
    {
        using var outside = new HttpClient();
        var zip = await outside.GetByteArrayAsync(new Uri(archive.GetProperty("url").GetString()!), Cancellation);
        var (status, verdict) = await AskAsync(HttpMethod.Post, "/api/archives/verify", zip, "application/zip");
        Assert.True(status == HttpStatusCode.OK && verdict.GetProperty("verdict").GetString() == "intact", verdict.GetRawText());
        return zip;
    }

    public Task<(HttpStatusCode Status, JsonElement Answer)> AskAsync(HttpMethod method, string path, byte[] body, string type, Func<Task>? afterDeath = null) =>
        app.AskAsync(client => SendOnceAsync(client, method, path, body, type), afterDeath ?? (static () => Task.CompletedTask), Cancellation);

    private async Task<(HttpStatusCode Status, JsonElement Answer)> SendOnceAsync(HttpClient client, HttpMethod method, string path, byte[] body, string type)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        if (method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(type);
        }

        request.Headers.Add("X-Api-Key", key);
        using var response = await client.SendAsync(request, Cancellation);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        // A function that fails answers nothing, as on Azure.
        return (response.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
