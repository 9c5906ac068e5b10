namespace EDefter.Core.Rehearsal.Schemas;

/// <summary>A judge with a package, or with the reason why there is none.</summary>
public sealed class SchemaJudge : ISchemaJudge
{
    private SchemaJudge(GibSchemas? schemas, SchemaStatement statement)
    {
        Schemas = schemas;
        Statement = statement;
    }

    /// <summary>The user gave no package.</summary>
    public static SchemaJudge None { get; } = Without("e-Defter paketi tanımlı değil.");

    public GibSchemas? Schemas { get; }

    public SchemaStatement Statement { get; }

    public static SchemaJudge With(GibPackage package)
    {
        var which = package.Facts.Version is { } version ? $"e-Defter paketi {version}" : "sürümü tanınmayan bir e-Defter paketi";
        var rules = package.Facts switch
        {
            { RulesAreKnown: true } => string.Empty,
            { Rules: null } => " Pakette şematron kuralları yok; kurallar programın kendi bildiği sürüme göre denetlendi.",
            _ => " Paketteki şematron kuralları programın bildiği sürümden farklı; kurallar programın bildiği sürüme göre denetlendi.",
        };
        return new SchemaJudge(package.Schemas, new SchemaStatement(SchemaOutcome.Ran, $"Şema denetimi yapıldı: {which}.{rules}", package.Facts));
    }

    /// <param name="reason">Why there is none: a Turkish sentence.</param>
    public static SchemaJudge Without(string reason) => new(null, new SchemaStatement(SchemaOutcome.Skipped, $"Şema denetimi yapılmadı: {reason} Diğer kurallar denetlendi.", Package: null));
}
