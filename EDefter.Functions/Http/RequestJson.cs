using System.Text.Json;
using EDefter.Core.Workflow;

namespace EDefter.Functions.Http;

/// <summary>Reads the small JSON bodies of acts; vouchers are streamed elsewhere.</summary>
public static class RequestJson
{
    /// <summary>The value, or a refusal with the place of the fault. An empty body reads as an empty object.</summary>
    public static async Task<Outcome<T>> ReadAsync<T>(HttpRequest request, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            await using var body = RequestBody.Open(request, RequestBody.SmallBytesMax);
            using var buffer = new MemoryStream();
            await body.CopyToAsync(buffer, cancellationToken);
            var json = buffer.Length == 0 ? "{}"u8.ToArray() : buffer.ToArray();
            return JsonSerializer.Deserialize<T>(json, WireJson.Options) is { } value ? value : Refusals.InvalidBody("Gövde boş (null).");
        }
        catch (JsonException exception)
        {
            var place = string.IsNullOrEmpty(exception.Path) || exception.Path == "$" ? "gövde" : exception.Path;
            return Refusals.InvalidBody($"Gönderilen JSON okunamadı ({place}, satır {(exception.LineNumber ?? 0) + 1}). Alan adlarını ve değer türlerini kontrol edin.");
        }
        catch (Core.Reading.BodyTooLargeException exception)
        {
            return Refusals.TooLarge(exception.Message);
        }
        catch (InvalidDataException)
        {
            return Refusals.BrokenGzip();
        }
    }
}
