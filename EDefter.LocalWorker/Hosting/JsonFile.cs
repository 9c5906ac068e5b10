using System.Text.Json;

namespace EDefter.LocalWorker.Hosting;

/// <summary>A file of settings that people write by hand.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions ByHand = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The file's object; dispose it.</summary>
    /// <exception cref="LocalStartException">It is no JSON object.</exception>
    public static JsonDocument Read(string path)
    {
        try
        {
            var file = JsonDocument.Parse(File.ReadAllBytes(path), ByHand);
            if (file.RootElement.ValueKind == JsonValueKind.Object)
                return file;
            file.Dispose();
        }
        catch (JsonException broken)
        {
            throw Unreadable(path, (broken.LineNumber ?? 0) + 1, broken);
        }

        throw Unreadable(path, line: 1, cause: null);
    }

    private static LocalStartException Unreadable(string path, long line, Exception? cause)
    {
        var message = $"{path} okunamadı: {line}. satırda JSON bozuk. Dosyayı düzeltin; local.settings.json ise local.settings.sample.json dosyasından yeniden kopyalayabilirsiniz.\n"
            + $"{path} could not be read: broken JSON in line {line}. Mend the file; local.settings.json may be copied again from local.settings.sample.json.";
        return cause is null ? new LocalStartException(message) : new LocalStartException(message, cause);
    }
}
