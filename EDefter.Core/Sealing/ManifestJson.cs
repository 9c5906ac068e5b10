using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EDefter.Core.Sealing;

/// <summary>The manifest as JSON: indented, camelCase, Turkish letters as they are, line feeds, no trailing white space.</summary>
public static class ManifestJson
{
    private static readonly ManifestJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        NewLine = "\n",
        // The manifest is a file, never a piece of HTML.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<Formats.Confidence>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<Formats.FileKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<Formats.AdjustmentKind>(JsonNamingPolicy.CamelCase), new JsonStringEnumConverter<Rules.Severity>(JsonNamingPolicy.CamelCase) },
    });

    public static byte[] Write(ArchiveManifest manifest) => JsonSerializer.SerializeToUtf8Bytes(manifest, Context.ArchiveManifest);

    /// <exception cref="JsonException">The bytes are no manifest: ours are never edited, so this is a fault.</exception>
    public static ArchiveManifest Read(ReadOnlySpan<byte> json)
    {
        var manifest = JsonSerializer.Deserialize(json, Context.ArchiveManifest);
        return manifest is { Format: ArchiveManifest.FormatName } ? manifest : throw new JsonException("This is no manifest of a known format.");
    }
}
