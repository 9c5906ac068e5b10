using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>A company of its own with one book, and what its people do over HTTP.</summary>
internal sealed class MeasuredBook
{
    private static long sentAway;

    private readonly HttpClient client;
    private readonly string book;
    private readonly string key;

    private MeasuredBook(HttpClient client, string company, string key)
    {
        this.client = client;
        this.key = key;
        book = $"/api/companies/{company}/0000";
    }

    /// <summary>How often any request was told to come again later.</summary>
    public static long SentAway => Interlocked.Read(ref sentAway);

    /// <summary>The path of the month.</summary>
    public string Month => $"{book}/periods/{HotelMonth.Period}";

    /// <summary>Opens the hotel's company under another id.</summary>
    public static async Task<MeasuredBook> OpenAsync(RunningApp app, string company)
    {
        var sample = SampleFiles.All().Single(file => file.Name == "company.json").Bytes;
        var text = Encoding.UTF8.GetString(sample).Replace("\"ornek-otel\"", $"\"{company}\"", StringComparison.Ordinal);
        using var put = await SendAsync(app.Client, HttpMethod.Put, "/api/companies/" + company, () => ContentOf(Encoding.UTF8.GetBytes(text), "application/json"), RunningApp.AdminKey);
        using var issued = await SendAsync(app.Client, HttpMethod.Post, $"/api/companies/{company}/keys", static () => JsonContent.Create(new { role = "accountant", name = "Ölçüm" }), RunningApp.AdminKey);
        return new MeasuredBook(app.Client, company, (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("key").GetString()!);
    }

    /// <summary>Posts vouchers as gzipped NDJSON.</summary>
    public async Task PostAsync(byte[] packed)
    {
        using var response = await SendAsync(HttpMethod.Post, book + "/vouchers", () => ContentOf(packed, "application/x-ndjson", "gzip"));
    }

    /// <summary>Posts one voucher, as an ERP does that sends each as it is booked.</summary>
    public async Task PostOneAsync(Voucher voucher)
    {
        using var response = await SendAsync(HttpMethod.Post, book + "/vouchers", () => ContentOf(VoucherJsonWriter.ToBytes(voucher), "application/json"));
    }

    /// <summary>Hands in a file as an upload.</summary>
    /// <returns>The act that imports it.</returns>
    public async Task<string> UploadAsync(string path)
    {
        using var opened = await SendAsync(HttpMethod.Post, book + "/uploads");
        var upload = await opened.Content.ReadFromJsonAsync<JsonElement>();
        await using var file = File.OpenRead(path);
        using var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        content.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var storage = new HttpClient { Timeout = TimeSpan.FromMinutes(30) };
        using var put = await storage.PutAsync(new Uri(upload.GetProperty("url").GetString()!), content);
        put.EnsureSuccessStatusCode();
        return $"{book}/uploads/{upload.GetProperty("id").GetString()}/import";
    }

    /// <summary>An act on the month, to its end.</summary>
    public Task<JsonElement> ActOnMonthAsync(string act, object body) => ActAsync($"{Month}/{act}", body);

    /// <summary>An act that may become a job, to its end; the job is watched through what it tells.</summary>
    /// <param name="path">Of the act.</param>
    /// <param name="body">What is asked.</param>
    /// <param name="told">Hears the job's step each time it is looked at.</param>
    /// <param name="wait">Seconds that the server holds an answer.</param>
    /// <exception cref="InvalidOperationException">It was refused, or failed.</exception>
    public async Task<JsonElement> ActAsync(string path, object body, Action<string>? told = null, int wait = 25)
    {
        using var asked = await SendAsync(HttpMethod.Post, $"{path}?wait={Arguments.Text(wait)}", () => JsonContent.Create(body));
        if (asked.StatusCode != HttpStatusCode.Accepted)
            return await asked.Content.ReadFromJsonAsync<JsonElement>();
        var location = asked.Headers.Location!.ToString();
        while (true)
        {
            var job = await GetAsync($"{location}?wait={Arguments.Text(wait)}");
            told?.Invoke(job.TryGetProperty("step", out var step) ? step.ToString() : string.Empty);
            if (job.GetProperty("state").GetString() is "succeeded")
                return job.GetProperty("result");
            if (job.GetProperty("state").GetString() is "failed" or "cancelled")
                throw new InvalidOperationException(job.GetRawText());
        }
    }

    public async Task<JsonElement> GetAsync(string path)
    {
        using var response = await SendAsync(HttpMethod.Get, path);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>The archive's link, as the integrator is given it.</summary>
    public async Task<string> LinkAsync(JsonElement archive) =>
        (await GetAsync($"{Month}/archives/{archive.GetProperty("id").GetString()}")).GetProperty("url").GetString()!;

    /// <summary>The archive behind a link.</summary>
    public Task<byte[]> DownloadAsync(string link) => client.GetByteArrayAsync(new Uri(link));

    /// <summary>What the product says of an archive that somebody hands in.</summary>
    public async Task<JsonElement> VerifyAsync(byte[] archive)
    {
        using var response = await SendAsync(HttpMethod.Post, "/api/archives/verify", () => ContentOf(archive, "application/zip"));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Func<HttpContent>? content = null) => SendAsync(client, method, path, content, key);

    // Who is told to come again comes again, when it was told to.
    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, Func<HttpContent>? content, string key)
    {
        while (true)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content?.Invoke() };
            request.Headers.Add("X-Api-Key", key);
            var response = await client.SendAsync(request);
            if (response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) || response.Headers.RetryAfter?.Delta is not { } pause)
                return await DemandAsync(response);
            response.Dispose();
            Interlocked.Increment(ref sentAway);
            await Task.Delay(pause);
        }
    }

    private static async Task<HttpResponseMessage> DemandAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw new InvalidOperationException($"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsolutePath}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
    }

    private static ByteArrayContent ContentOf(byte[] bytes, string type, string? encoding = null)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        return content;
    }
}
