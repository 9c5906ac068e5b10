namespace EDefter.Core.Formats;

/// <summary>What wrote a file, as manifests and archive identities say it.</summary>
public static class FormatVersion
{
    /// <summary>
    /// Grows by one whenever a writer writes other bytes for the same journal and profile. It is part of an archive's identity, so that an
    /// archive is never taken for one that another version wrote.
    /// </summary>
    public const int Writers = 1;

    public const string Software = "EDefter";

    /// <summary>The product's version, such as 0.1.0.</summary>
    public static string Product { get; } = typeof(FormatVersion).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
