using System.Globalization;

namespace EDefter.LocalWorker.Hosting;

/// <summary>What the local worker reads from the command line; everything else belongs to the program.</summary>
/// <param name="Port">On 127.0.0.1; 0 = any free one.</param>
/// <param name="FunctionAssemblies">Names of the assemblies whose functions run; empty = the program's own.</param>
internal sealed record LocalArguments(int Port, IReadOnlyList<string> FunctionAssemblies)
{
    // Core Tools' port.
    private const int DefaultPort = 7071;

    /// <exception cref="LocalStartException"><c>--port</c> is not followed by a number from 0 to 65535.</exception>
    public static LocalArguments Parse(string[] arguments)
    {
        var port = DefaultPort;
        var assemblies = new List<string>();
        for (var index = 0; index < arguments.Length; index++)
        {
            if (ValueOf("--port", arguments, ref index) is { } written)
            {
                if (!int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > ushort.MaxValue)
                    throw new LocalStartException($"--port: 0–65535 arası bir sayı bekleniyordu: '{written}'. / A number from 0 to 65535 was expected.");
            }
            else if (ValueOf("--function-assembly", arguments, ref index) is { } assembly)
            {
                assemblies.Add(assembly);
            }
        }

        return new LocalArguments(port, assemblies);
    }

    // Both "--name value" and "--name=value".
    private static string? ValueOf(string name, string[] arguments, ref int index)
    {
        if (arguments[index] == name)
            return ++index < arguments.Length ? arguments[index] : throw new LocalStartException($"{name}: değer eksik. / The value is missing.");
        return arguments[index].StartsWith(name + "=", StringComparison.Ordinal) ? arguments[index][(name.Length + 1)..] : null;
    }
}
