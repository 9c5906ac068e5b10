using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace EDefter.LocalWorker.Hosting;

/// <summary>What the local worker honours of <c>host.json</c>; the defaults are the Azure host's.</summary>
/// <param name="RoutePrefix">In front of every route; empty = none.</param>
/// <param name="BatchSize">How many messages of a queue run at the same time.</param>
/// <param name="MaxDequeueCount">How often a message is tried before it goes to the poison queue.</param>
/// <param name="VisibilityTimeout">How long a failed message waits before it is tried again.</param>
/// <param name="MaxPollingInterval">The longest pause between two looks into an empty queue.</param>
/// <param name="IsBase64">Whether queue messages are Base64.</param>
internal sealed record HostJson(
    string RoutePrefix,
    int BatchSize,
    int MaxDequeueCount,
    TimeSpan VisibilityTimeout,
    TimeSpan MaxPollingInterval,
    bool IsBase64)
{
    public const string FileName = "host.json";

    // A queue answers with at most 32 messages at once.
    private const int BatchSizeMax = 32;

    /// <exception cref="InvalidDataException">A value has the wrong shape or is out of its range.</exception>
    public static HostJson Read(string? path)
    {
        var file = path is null ? null : new ConfigurationBuilder().AddJsonStream(new MemoryStream(File.ReadAllBytes(path))).Build();
        var queues = file?.GetSection("extensions:queues");
        return new HostJson(
            (file?["extensions:http:routePrefix"] ?? "api").Trim('/'),
            ReadNumber(queues?["batchSize"], 16, BatchSizeMax),
            ReadNumber(queues?["maxDequeueCount"], 5, int.MaxValue),
            ReadTime(queues?["visibilityTimeout"], TimeSpan.Zero),
            ReadTime(queues?["maxPollingInterval"], TimeSpan.FromMinutes(1)),
            ReadEncoding(queues?["messageEncoding"]));
    }

    /// <summary>The logging levels in the form that .NET's logging reads.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> ReadLogLevels(string? path)
    {
        if (path is null)
            yield break;
        using var file = JsonFile.Read(path);
        if (!file.RootElement.TryGetProperty("logging", out var logging) || !logging.TryGetProperty("logLevel", out var levels))
            yield break;
        foreach (var level in levels.EnumerateObject())
            yield return KeyValuePair.Create<string, string?>($"Logging:LogLevel:{(level.Name == "default" ? "Default" : level.Name)}", level.Value.GetString());
    }

    private static int ReadNumber(string? written, int otherwise, int most)
    {
        if (written is null)
            return otherwise;
        return int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most
            ? number
            : throw new InvalidDataException($"host.json: {written} is not a number from 1 to {most}");
    }

    private static TimeSpan ReadTime(string? written, TimeSpan otherwise)
    {
        if (written is null)
            return otherwise;
        return TimeSpan.TryParse(written, CultureInfo.InvariantCulture, out var time)
            ? time
            : throw new InvalidDataException($"host.json: {written} is not a time (hh:mm:ss)");
    }

    private static bool ReadEncoding(string? written) => written switch
    {
        null or "base64" => true,
        "none" => false,
        _ => throw new InvalidDataException($"host.json: messageEncoding is \"base64\" or \"none\", not \"{written}\""),
    };
}
