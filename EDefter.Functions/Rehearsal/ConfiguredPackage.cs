using EDefter.Core.Rehearsal.Schemas;

namespace EDefter.Functions.Rehearsal;

/// <summary>
/// The authority's package where the settings say it lies. It is read when the first document is checked; one that cannot be used keeps nobody
/// from working: it is logged, and every report says that the schemas were skipped and why.
/// </summary>
public sealed partial class ConfiguredPackage : ISchemaJudge
{
    /// <summary>Path of the folder or ZIP of e-Defter_Paketi.</summary>
    public const string Setting = Azure.SettingNames.GibPackage;

    private readonly Lazy<SchemaJudge> judge;

    /// <param name="path">As configured; null or empty where nothing is.</param>
    /// <param name="log">Hears which package it is.</param>
    public ConfiguredPackage(string? path, ILogger<ConfiguredPackage> log) => judge = new Lazy<SchemaJudge>(() => Open(path, log));

    public GibSchemas? Schemas => judge.Value.Schemas;

    public SchemaStatement Statement => judge.Value.Statement;

    private static SchemaJudge Open(string? path, ILogger log)
    {
        if (string.IsNullOrWhiteSpace(path))
            return SchemaJudge.None;
        try
        {
            var package = GibPackage.Open(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), PackageFiles.Read(path));
            LogOpened(log, package.Facts.Name, package.Facts.Version ?? "unknown", package.Facts.Schemas);
            return SchemaJudge.With(package);
        }
        catch (GibPackageException unusable)
        {
            LogUnusable(log, Setting, unusable);
            return SchemaJudge.Without(unusable.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The authority's package {Name} is used: version {Version}, schemas {Hash}.")]
    private static partial void LogOpened(ILogger logger, string name, string version, string hash);

    [LoggerMessage(Level = LogLevel.Error, Message = "The package that {Setting} names cannot be used; documents are not held against schemas.")]
    private static partial void LogUnusable(ILogger logger, string setting, Exception reason);
}
