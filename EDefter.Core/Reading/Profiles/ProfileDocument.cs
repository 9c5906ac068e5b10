using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;

using EDefter.Core.Text;

namespace EDefter.Core.Reading.Profiles;

/// <summary>The JSON file of a profile, whatever it is a profile of: how files are written, or how people's tables are read.</summary>
internal static class ProfileDocument
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>Reads the file and collects all its faults.</summary>
    /// <param name="json">The file, UTF-8, with or without a byte order mark.</param>
    /// <param name="read">Makes the profile of the root object and of the hash of its content (over the JSON without white space), and tells the faults to the object.</param>
    public static ProfileReading<T> Read<T>(ReadOnlySpan<byte> json, Func<ProfileNode, string, T> read)
        where T : class
    {
        if (json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            json = json[3..];
        if (!JsonUnicode.IsValid(json))
            return new ProfileReading<T> { Faults = [new ProfileFault(string.Empty, "dosyada UTF-8 olmayan ya da yarım kalmış karakterler var")] };
        var bytes = json.ToArray();
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, Options);
        }
        catch (JsonException exception)
        {
            var line = (exception.LineNumber ?? 0) + 1;
            return new ProfileReading<T> { Faults = [new ProfileFault(string.Empty, string.Create(CultureInfo.InvariantCulture, $"JSON {line}. satırda bozuk"))] };
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return new ProfileReading<T> { Faults = [new ProfileFault(string.Empty, "profil bir JSON nesnesi olmalı")] };
            var faults = new List<ProfileFault>();
            var profile = read(new ProfileNode(document.RootElement, string.Empty, faults), HashOf(bytes));
            return new ProfileReading<T> { Profile = faults.Count == 0 ? profile : null, Faults = faults };
        }
    }

    private static string HashOf(byte[] json)
    {
        var compact = new ByteBuffer(json.Length);
        JsonText.WriteCompact(compact, json);
        return Convert.ToHexStringLower(SHA256.HashData(compact.Written));
    }
}
