using EDefter.Core.Companies;

namespace EDefter.Core.Rules;

/// <summary>A pack as it stands in its file. What is absent is as in the pack before it.</summary>
internal sealed record RulePackFile
{
    public required string Version { get; init; }

    public required DateOnly ValidFrom { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    public IReadOnlyList<string>? Off { get; init; }

    public IReadOnlyList<string>? OffByDefault { get; init; }

    public IReadOnlyDictionary<string, decimal>? Limits { get; init; }

    public IReadOnlyList<decimal>? VatRates { get; init; }

    public IReadOnlyDictionary<string, string>? PaymentWords { get; init; }

    public IReadOnlyDictionary<string, string>? PaymentAccounts { get; init; }

    public IReadOnlyList<string>? EArchiveSectors { get; init; }

    public IReadOnlyDictionary<string, string>? DocumentTypeWords { get; init; }

    public IReadOnlyDictionary<string, string>? OtherDocumentNames { get; init; }

    public IReadOnlyDictionary<string, string>? OperationDocuments { get; init; }

    public IReadOnlyList<string>? DocumentNameStems { get; init; }

    public IReadOnlyDictionary<string, ModuleDocument>? Modules { get; init; }

    public IReadOnlyList<string>? UndocumentedModules { get; init; }

    public IReadOnlyList<string>? DocumentedAccounts { get; init; }

    public IReadOnlyDictionary<string, string>? GroupingWords { get; init; }

    public IReadOnlyDictionary<string, string>? GroupingDocuments { get; init; }

    public IReadOnlyDictionary<string, string>? GroupingModules { get; init; }

    public IReadOnlyList<string>? EDocumentNames { get; init; }

    public IReadOnlyList<string>? StandingDocumentStems { get; init; }

    public IReadOnlyList<string>? AccompanyingDocuments { get; init; }

    public IReadOnlyList<string>? PaymentDocuments { get; init; }

    public IReadOnlyList<string>? CashProofExemptAccounts { get; init; }

    public IReadOnlyList<string>? PlaceholderTaxIds { get; init; }

    public IReadOnlyDictionary<string, string>? CurrencyWords { get; init; }

    public IReadOnlyList<string>? Currencies { get; init; }

    public IReadOnlyList<string>? CurrenciesAdded { get; init; }

    public IReadOnlyList<string>? CurrenciesRemoved { get; init; }
}
