using System.Globalization;
using System.Text.RegularExpressions;

namespace EDefter.LocalWorker.Outputs;

/// <summary>Fills <c>{name}</c> from an invocation's binding data; <c>{rand-guid}</c> and <c>{DateTime}</c> are made anew, with an optional format (<c>{DateTime:yyyy}</c>).</summary>
internal static partial class PathExpression
{
    /// <exception cref="InvalidOperationException">A name has no value, or the value is empty.</exception>
    public static string Fill(string path, IReadOnlyDictionary<string, object?> bindingData, DateTimeOffset now) =>
        Placeholder().Replace(path, match => Read(match.Groups["name"].Value, match.Groups["format"].Value, bindingData, now));

    private static string Read(string name, string format, IReadOnlyDictionary<string, object?> bindingData, DateTimeOffset now)
    {
        if (name.Equals("rand-guid", StringComparison.OrdinalIgnoreCase))
            return Guid.NewGuid().ToString(format);
        if (name.Equals("DateTime", StringComparison.OrdinalIgnoreCase))
            return now.UtcDateTime.ToString(format.Length == 0 ? "yyyy-MM-ddTHH-mm-ssK" : format, CultureInfo.InvariantCulture);
        var value = bindingData.TryGetValue(name, out var found) ? Convert.ToString(found, CultureInfo.InvariantCulture) : null;
        return string.IsNullOrEmpty(value)
            ? throw new InvalidOperationException($"'{{{name}}}' has no value: neither the route nor the message has such a member")
            : value;
    }

    [GeneratedRegex("\\{(?<name>[^{}:]+)(:(?<format>[^{}]+))?\\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
