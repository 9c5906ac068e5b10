using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace EDefter.Functions.Local;

/// <summary>The HTTP surface as the sample's ERP and bookkeeper use it: nothing here that any other client could not do.</summary>
internal sealed class SampleApi(HttpClient client)
{
    private const string Wait = "wait=25";

    public Task<JsonElement> GetAsync(string path, string key, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, path, key, content: null, cancellationToken);

    public Task<JsonElement> PutAsync(string path, string key, byte[] json, CancellationToken cancellationToken) => SendAsync(HttpMethod.Put, path, key, Json(json), cancellationToken);

    public Task<JsonElement> PostAsync(string path, string key, object body, CancellationToken cancellationToken) => SendAsync(HttpMethod.Post, path, key, Json(JsonSerializer.SerializeToUtf8Bytes(body)), cancellationToken);

    /// <summary>Sends bytes of another type than JSON.</summary>
    public Task<JsonElement> UploadAsync(string path, string key, byte[] bytes, string type, string? encoding, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        if (encoding is not null)
            content.Headers.ContentEncoding.Add(encoding);
        return SendAsync(HttpMethod.Post, path, key, content, cancellationToken);
    }

    /// <summary>An act that may become a job: waits for its end and gives its result.</summary>
    public async Task<JsonElement> ActAsync(string path, string key, object body, CancellationToken cancellationToken)
    {
        using var request = RequestFor(HttpMethod.Post, $"{path}?{Wait}", key, Json(JsonSerializer.SerializeToUtf8Bytes(body)));
        using var response = await client.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Accepted)
            return await ReadAsync(response, cancellationToken);
        var location = response.Headers.Location!.ToString();
        while (true)
        {
            var job = await GetAsync($"{location}?{Wait}", key, cancellationToken);
            switch (job.GetProperty("state").GetString())
            {
                case "succeeded":
                    return job.GetProperty("result");
                case "failed":
                    throw SampleRefusedException.Of(job.GetProperty("problem"));
                case "cancelled":
                    throw new SampleRefusedException("İş iptal edildi.");
            }
        }
    }

    private static ByteArrayContent Json(byte[] json)
    {
        var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    private static HttpRequestMessage RequestFor(HttpMethod method, string path, string key, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Add("X-Api-Key", key);
        return request;
    }

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, string key, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = RequestFor(method, path, key, content);
        using var response = await client.SendAsync(request, cancellationToken);
        return await ReadAsync(response, cancellationToken);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
            throw new SampleRefusedException($"{(int)response.StatusCode}: {Encoding.UTF8.GetString(bytes)}");
        var json = JsonSerializer.Deserialize<JsonElement>(bytes);
        return response.IsSuccessStatusCode ? json : throw SampleRefusedException.Of(json);
    }
}
