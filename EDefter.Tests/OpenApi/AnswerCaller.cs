using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;
using static EDefter.Tests.OpenApi.AnswerBodies;

namespace EDefter.Tests.OpenApi;

/// <summary>Somebody with a key, whose answers are recorded.</summary>
/// <param name="address">Whom he asks.</param>
/// <param name="key">His key, or null.</param>
/// <param name="answers">Where answers are kept.</param>
/// <param name="handler">Keeps them, or does not.</param>
internal sealed class AnswerCaller(Uri address, string? key, RecordedAnswers answers, HttpMessageHandler handler) : IDisposable
{
    private static readonly HttpClient Plain = new();

    private readonly HttpClient client = new(handler) { BaseAddress = address };

    public AnswerCaller(Uri address, string? key, RecordedAnswers answers)
        : this(address, key, answers, new AnswerRecorder(answers))
    {
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The same one, when nothing of it is to be kept.</summary>
    public AnswerCaller Unrecorded() => new(address, key, answers, new ContractHandler());

    /// <summary>Somebody of a company; only the admin may ask.</summary>
    public async Task<AnswerCaller> CallerAsync(string company, string role)
    {
        var issued = await SendAsync(HttpMethod.Post, company + "/keys", Json($$"""{ "role": "{{role}}", "name": "{{role}}" }"""));
        return new AnswerCaller(address, issued.GetProperty("key").GetString(), answers);
    }

    public Task<JsonElement> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>An act that becomes a job: asked without waiting, so that both of its answers are seen.</summary>
    public async Task<JsonElement> ActAsync(string path, HttpContent? content = null)
    {
        var job = await SendAsync(HttpMethod.Post, path, content);
        while (job.GetProperty("state").GetString() is "queued" or "running")
            job = await SendAsync(HttpMethod.Get, $"/api/jobs/{job.GetProperty("id").GetString()}?wait=25");
        Assert.True(job.TryGetProperty("result", out var result), $"{path}: {job}");
        answers.Keep(ApiContract.Published.OperationOf("POST", path.Split('?')[0])!, "200", JsonNode.Parse(result.GetRawText())!);
        return result;
    }

    public async Task<JsonElement> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var response = await AskAsync(method, new Uri(path, UriKind.Relative), content);
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {(int)response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asks, whatever comes.</summary>
    public async Task<HttpResponseMessage> AskAsync(HttpMethod method, Uri path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
            request.Headers.Add("X-Api-Key", key);
        return await client.SendAsync(request, Cancellation);
    }

    /// <summary>Writes a file to the link of an upload.</summary>
    public static async Task UploadAsync(JsonElement upload, byte[] bytes, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, upload.GetProperty("url").GetString()) { Content = Content(bytes, type) };
        request.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var response = await Plain.SendAsync(request, Cancellation);
        response.EnsureSuccessStatusCode();
    }

    public static Task<byte[]> DownloadAsync(JsonElement answer) => Plain.GetByteArrayAsync(new Uri(answer.GetProperty("url").GetString()!), Cancellation);

    public void Dispose() => client.Dispose();
}
