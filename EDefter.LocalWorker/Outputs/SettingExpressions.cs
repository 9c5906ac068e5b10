using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EDefter.LocalWorker.Outputs;

/// <summary>Fills <c>%Name%</c> from settings.</summary>
internal sealed partial class SettingExpressions(IConfiguration configuration)
{
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public string Fill(string text) => Setting().Replace(text, match => Read(match.Groups["name"].Value));

    // Settings of the environment reach .NET with ':' where two underscores were written.
    private string Read(string name) =>
        configuration[name] ?? configuration[name.Replace("__", ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)]
        ?? throw new InvalidOperationException($"The setting '{name}' is missing");

    [GeneratedRegex("%(?<name>[^%/{}]+)%", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();
}
