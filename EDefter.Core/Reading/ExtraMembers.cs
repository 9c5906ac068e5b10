using System.Globalization;
using System.Text.Json;
using EDefter.Core.Text;
using static EDefter.Core.Reading.VoucherJsonValue;

namespace EDefter.Core.Reading;

/// <summary>Members of an object that nobody knows, kept as they came.</summary>
internal struct ExtraMembers
{
    private ByteBuffer? kept;

    public void Keep(ref Utf8JsonReader reader, ReadOnlySpan<byte> json, string? id)
    {
        var start = (int)reader.TokenStartIndex;
        SkipValue(ref reader, id);
        kept ??= new ByteBuffer(128);
        kept.Write(kept.Length == 0 ? "{"u8 : ","u8);
        JsonText.WriteCompact(kept, json[start..(int)reader.BytesConsumed]);
    }

    private static void SkipValue(ref Utf8JsonReader reader, string? id)
    {
        reader.Read();
        var outside = reader.CurrentDepth;
        while (true)
        {
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.CurrentDepth >= VoucherLimits.DepthMax)
                throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"Fişte {VoucherLimits.DepthMax} düzeyden fazla iç içe alan var; bilinmeyen alanlar sadeleştirilmelidir."));
            if (reader.CurrentDepth == outside && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
                return;
            reader.Read();
        }
    }

    public readonly string? ToText(string? id)
    {
        if (kept is null)
            return null;
        kept.Write("}"u8);
        return JsonText.TryDecode(kept.Written, out var text) ? text : throw Unreadable(id, "Bilinmeyen bir alanın metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");
    }
}
