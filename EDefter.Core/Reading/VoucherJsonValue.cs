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
        if (!EnterValue(ref reader, id, member))
            return AmountField.Absent;
        return !reader.ValueIsEscaped && AmountField.TryRead(reader.ValueSpan, out var amount) ? amount : AmountField.Parse(Text(ref reader, id, member));
    }

    public static DateField ReadDate(ref Utf8JsonReader reader, DateField before, string? id, string member)
    {
        Once(before.IsAbsent, id, member);
        if (!EnterValue(ref reader, id, member))
            return DateField.Absent;
        return !reader.ValueIsEscaped && DateField.TryRead(reader.ValueSpan, out var date) ? date : DateField.Parse(Text(ref reader, id, member));
    }

    public static string? ReadText(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        Once(before is null, id, member);
        return EnterValue(ref reader, id, member) ? Text(ref reader, id, member) : null;
    }

    /// <summary>As <see cref="ReadText"/>, of a text that many lines share.</summary>
    public static string? ReadWord(ref Utf8JsonReader reader, string? before, string? id, string member)
    {
        Once(before is null, id, member);
        if (!EnterValue(ref reader, id, member))
            return null;
        return (reader.ValueIsEscaped ? null : Words.Find(reader.ValueSpan)) ?? Text(ref reader, id, member);
    }

    // The same member twice means two values, one of which would vanish without a word.
    public static void Once(bool isFirst, string? id, string member)
    {
        if (!isFirst)
            throw Unreadable(id, $"\"{member}\" iki kez yazılmış; hangisinin geçerli olduğu bilinemez, biri silinmelidir.");
    }

    // Goes on to the value; false when it is null.
    private static bool EnterValue(ref Utf8JsonReader reader, string? id, string member)
    {
        reader.Read();
        if (reader.ValueSpan.Length > VoucherLimits.TextBytesMax)
            throw TooLarge(id, string.Create(CultureInfo.InvariantCulture, $"\"{member}\" metni {VoucherLimits.TextBytesMax / 1024} KB sınırını aşıyor; metin kısaltılmalıdır."));
        return reader.TokenType switch
        {
            // A number or truth value where a text is expected is that text: ERPs send 163 for "163", and nothing is lost by it.
            JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => true,
            JsonTokenType.Null => false,
            _ => throw Unreadable(id, $"\"{member}\" bir metin ya da sayı değil."),
        };
    }

    private static string Text(ref Utf8JsonReader reader, string? id, string member)
    {
        if (reader.ValueIsEscaped)
            return JsonText.Unescape(reader.ValueSpan, id, member);
        return JsonText.TryDecode(reader.ValueSpan, out var text) ? text : throw Unreadable(id, $"\"{member}\" metni UTF-8 değil; fiş UTF-8 olarak gönderilmelidir.");
    }

    public static UnreadableVoucherException Unreadable(string? id, string reason, bool isBrokenJson = false) => new("unreadable", id, reason, isBrokenJson);

    public static UnreadableVoucherException TooLarge(string? id, string reason) => new("too-large", id, reason);
}
