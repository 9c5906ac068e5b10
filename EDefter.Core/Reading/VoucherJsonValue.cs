using System.Globalization;
using System.Text;
using System.Text.Json;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading;

/// <summary>Single values of a voucher's JSON, and what is said of those that cannot be read.</summary>
internal static class VoucherJsonValue
{
    // ValueTextEquals would throw at a name that is escaped to a lone surrogate.
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueIsEscaped ? IsEscaped(reader.ValueSpan, name) : reader.ValueSpan.SequenceEqual(name);

    private static bool IsEscaped(ReadOnlySpan<byte> escaped, ReadOnlySpan<byte> name) =>
        escaped.Length <= name.Length * 6 && JsonText.Unescape(escaped, id: null, "alan adı") == Encoding.UTF8.GetString(name);

    public static bool EnterObject(ref Utf8JsonReader reader, string? id, string member)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => true,
            JsonTokenType.Null => false,
            _ => throw Unreadable(id, $"\"{member}\" bir JSON nesnesi değil; {{ }} içinde gönderilmelidir."),
        };
    }

    public static AmountField ReadAmount(ref Utf8JsonReader reader, AmountField before, string? id, string member)
    {
        Once(before.IsAbsent, id, member);
        return ReadText(ref reader, before: null, id, member) is { } text ? AmountField.Parse(text) : AmountField.Absent;
    }

    public static DateField ReadDate(ref Utf8JsonReader reader, DateField before, string? id, string member)
    {
        Once(before.IsAbsent, id, member);
        return ReadText(ref reader, before: null, id, member) is { } text ? DateField.Parse(text) : DateField.Absent;
    }

    // The same member twice means two values, one of which would vanish without a word.
    public static void Once(bool isFirst, string? id, string member)
    {
        if (!isFirst)
            throw Unreadable(id, $"\"{member}\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.");
    }

    // A number or truth value where a text is expected is that text: ERPs send 163 for "163", and nothing is lost by it.
    public static string? ReadText(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        Once(before is null, id, member);
        reader.Read();
        var length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        if (length > VoucherLimits.TextBytesMax)
            throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"\"{member}\" metni {VoucherLimits.TextBytesMax / 1024} KB sınırını aşıyor; metin kısaltılmalıdır."));
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.ValueIsEscaped ? JsonText.Unescape(reader.ValueSpan, id, member) : DecodeUtf8(reader.ValueSpan, id, member);
            case JsonTokenType.Number:
            case JsonTokenType.True:
            case JsonTokenType.False:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            default:
                throw Unreadable(id, $"\"{member}\" bir metin ya da sayı değil.");
        }
    }

    /// <summary>As <see cref="ReadText"/>, of a text that many lines share.</summary>
    public static string? ReadWord(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        // The reader is copied to look ahead: what is no word is read, and refused, as any text is.
        var ahead = reader;
        if (before is not null || !ahead.Read() || ahead is not { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false } || Words.Find(ahead.ValueSpan) is not { } word)
            return ReadText(ref reader, before, id, member);
        reader = ahead;
        return word;
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> utf8, string? id, string member) =>
        JsonText.TryDecode(utf8, out var text) ? text : throw Unreadable(id, $"\"{member}\" metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");

    public static UnreadableVoucherException Unreadable(string? id, string reason, bool isBrokenJson = false) => new("unreadable", id, reason, isBrokenJson);

    public static UnreadableVoucherException TooLarge(string? id, string reason) => new("too-large", id, reason);
}
