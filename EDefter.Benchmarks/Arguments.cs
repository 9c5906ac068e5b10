using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>What stands behind a measurement's name.</summary>
internal static class Arguments
{
    /// <summary>A number in the first place.</summary>
    public static long Lines(string[] arguments, long otherwise) =>
        arguments.Length > 0 && long.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : otherwise;

    /// <summary>The number behind an option.</summary>
    public static long Option(string[] arguments, string name, long otherwise)
    {
        var at = Array.IndexOf(arguments, name);
        return at < 0 || at + 1 == arguments.Length ? otherwise : long.Parse(arguments[at + 1], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
