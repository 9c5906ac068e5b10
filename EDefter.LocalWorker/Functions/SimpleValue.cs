using System.Globalization;

namespace EDefter.LocalWorker.Functions;

/// <summary>Values that a route segment or a message member can be read as, always in the invariant form.</summary>
internal static class SimpleValue
{
    private static readonly Dictionary<Type, Func<string, object>> Readers = new()
    {
        [typeof(string)] = written => written,
        [typeof(bool)] = written => bool.Parse(written),
        [typeof(int)] = written => int.Parse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        [typeof(long)] = written => long.Parse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        [typeof(decimal)] = written => decimal.Parse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        [typeof(Guid)] = written => Guid.Parse(written),
        [typeof(DateOnly)] = written => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        [typeof(DateTimeOffset)] = written => DateTimeOffset.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
    };

    public static bool CanRead(Type type) => Readers.ContainsKey(Nullable.GetUnderlyingType(type) ?? type);

    public static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;

    /// <exception cref="FormatException">The text is not such a value.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public static object Read(string written, Type type) => Readers[Nullable.GetUnderlyingType(type) ?? type](written);
}
