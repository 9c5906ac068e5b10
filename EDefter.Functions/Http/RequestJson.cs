using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Workflow;
using Microsoft.AspNetCore.Mvc;

namespace EDefter.Functions.Http;

/// <summary>Reads the small JSON bodies of acts; vouchers are streamed elsewhere.</summary>
public static class RequestJson
{
    /// <summary>The value, or a refusal with the place of the fault. An empty body reads as an empty object.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        var bytes = await ReadBytesAsync(request, RequestBody.SmallBytesMax, cancellationToken);
        if (bytes.IsRefused)
            return bytes.Refusal;
        try
        {
            var json = bytes.Value.Length == 0 ? "{}"u8.ToArray() : bytes.Value;
            if (!JsonUnicode.IsValid(json))
                return Refusals.InvalidBody("Gönderilen metinde UTF-8 olmayan ya da yarım kalmış karakterler var. JSON’u UTF-8 olarak gönderin.");
            return JsonSerializer.Deserialize<T>(json, WireJson.Options) is { } value ? value : Refusals.InvalidBody("Gövde boş (null).");
        }
        catch (JsonException exception)
        {
            var place = string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? "gövde" : exception.Path;
            return Refusals.InvalidBody($"Gönderilen JSON okunamadı ({place}, satır {(exception.LineNumber ?? 0) + 1}). Alan adlarını ve değer türlerini kontrol edin.");
        }
    }

    /// <summary>What an act answers to its body; the refusal of one that cannot be read.</summary>
    public static async Task<IActionResult> AnswerAsync<T>(HttpRequest request, Func<T, Task<IActionResult>> answer, CancellationToken cancellationToken)
        where T : class
    {
        var asked = await ReadAsync<T>(request, cancellationToken);
        return asked.IsRefused ? new ProblemResult(asked.Refusal) : await answer(asked.Value);
    }

    /// <summary>A body that somebody else reads, or why it cannot be taken.</summary>
    public static async Task<Outcome<byte[]>> ReadBytesAsync(HttpRequest request, long bytesMax, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = RequestBody.Open(request, bytesMax);
            using var buffer = new MemoryStream();
            await body.CopyToAsync(buffer, cancellationToken);
            return buffer.ToArray();
        }
        catch (BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGzip();
        }
    }
}
