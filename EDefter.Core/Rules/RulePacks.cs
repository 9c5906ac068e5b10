using System.Collections.Frozen;
using System.Text.Json;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>Every rule pack, read once from the data files in <c>Rules/Packs</c>.</summary>
public static class RulePacks
{
    private const string Folder = "EDefter.Core.Rules.Packs.";

    private static readonly RulePack[] Packs = Load();

    /// <summary>Oldest first.</summary>
    public static IReadOnlyList<RulePack> All => Packs;

    /// <summary>The pack that is valid on the day; a day before the first pack is judged by the first.</summary>
    public static RulePack For(DateOnly day)
    {
        // Asked for every KDV line of a month, and nearly always for a day of the newest packs.
        var at = Packs.Length - 1;
        while (at > 0 && Packs[at].ValidFrom > day)
            at--;
        return Packs[at];
    }

    private static RulePack[] Load()
    {
        var files = ReadFiles();
        var packs = new RulePack[files.Length];
        for (var i = 0; i < files.Length; i++)
            packs[i] = WithDocumentNames(i == 0 ? First(files[0]) : Next(packs[i - 1], files[i]));
        return packs;
    }

    private static RulePackFile[] ReadFiles()
    {
        var assembly = typeof(RulePacks).Assembly;
        var files = new List<RulePackFile>();
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(Folder, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
            files.Add(JsonSerializer.Deserialize(stream, RulePackJson.Default.RulePackFile) ?? throw new InvalidOperationException($"{name} is empty."));
        }

        files.Sort(static (left, right) => left.ValidFrom.CompareTo(right.ValidFrom));
        return files.Count > 0 ? [.. files] : throw new InvalidOperationException("No rule pack is embedded.");
    }

    private static RulePack First(RulePackFile file) => new()
    {
        Version = file.Version,
        ValidFrom = file.ValidFrom,
        Sources = file.Source,
        Off = Changed([], file.Off ?? [], []),
        OffByDefault = Changed([], file.OffByDefault ?? [], []),
        Limits = new RuleLimits(file.Limits ?? throw new InvalidOperationException("The first rule pack lacks its limits.")),
        VatRates = file.VatRates ?? [],
        PaymentWords = Words(file.PaymentWords),
        PaymentAccounts = file.PaymentAccounts ?? new Dictionary<string, string>(StringComparer.Ordinal),
        EArchiveSectors = file.EArchiveSectors ?? [],
        DocumentTypeWords = Words(file.DocumentTypeWords),
        OtherDocumentNames = Words(file.OtherDocumentNames),
        OperationDocuments = Words(file.OperationDocuments),
        DocumentNameStems = [.. (file.DocumentNameStems ?? []).Select(TurkishWordComparer.Fold)],
        Modules = Words(file.Modules),
        UndocumentedModules = new WordSet(file.UndocumentedModules ?? []),
        DocumentedAccounts = file.DocumentedAccounts ?? [],
        GroupingWords = Groupings(file.GroupingWords),
        GroupingDocuments = Groupings(file.GroupingDocuments),
        GroupingModules = Groupings(file.GroupingModules),
        EDocumentNames = Names(file.EDocumentNames),
        StandingDocumentStems = Folded(file.StandingDocumentStems),
        AccompanyingDocuments = Names(file.AccompanyingDocuments),
        PaymentDocuments = Names(file.PaymentDocuments),
        CashProofExemptAccounts = file.CashProofExemptAccounts ?? [],
        PlaceholderTaxIds = Changed([], file.PlaceholderTaxIds ?? [], []),
        CurrencyWords = Words(file.CurrencyWords),
        Currencies = Changed([], file.Currencies ?? [], []),
    };

    // A later pack tells only what changed, so a reader sees the change of law and not two thousand equal lines.
    private static RulePack Next(RulePack before, RulePackFile file) => before with
    {
        Version = file.Version,
        ValidFrom = file.ValidFrom,
        Sources = file.Source,
        Off = file.Off is { } off ? Changed([], off, []) : before.Off,
        OffByDefault = file.OffByDefault is { } quiet ? Changed([], quiet, []) : before.OffByDefault,
        Limits = before.Limits.With(file.Limits),
        VatRates = file.VatRates ?? before.VatRates,
        PaymentWords = file.PaymentWords is null ? before.PaymentWords : Words(file.PaymentWords),
        PaymentAccounts = file.PaymentAccounts ?? before.PaymentAccounts,
        EArchiveSectors = file.EArchiveSectors ?? before.EArchiveSectors,
        DocumentTypeWords = file.DocumentTypeWords is null ? before.DocumentTypeWords : Words(file.DocumentTypeWords),
        OtherDocumentNames = file.OtherDocumentNames is null ? before.OtherDocumentNames : Words(file.OtherDocumentNames),
        OperationDocuments = file.OperationDocuments is null ? before.OperationDocuments : Words(file.OperationDocuments),
        DocumentNameStems = file.DocumentNameStems is null ? before.DocumentNameStems : [.. file.DocumentNameStems.Select(TurkishWordComparer.Fold)],
        Modules = file.Modules is null ? before.Modules : Words(file.Modules),
        UndocumentedModules = file.UndocumentedModules is null ? before.UndocumentedModules : new WordSet(file.UndocumentedModules),
        DocumentedAccounts = file.DocumentedAccounts ?? before.DocumentedAccounts,
        GroupingWords = file.GroupingWords is null ? before.GroupingWords : Groupings(file.GroupingWords),
        GroupingDocuments = file.GroupingDocuments is null ? before.GroupingDocuments : Groupings(file.GroupingDocuments),
        GroupingModules = file.GroupingModules is null ? before.GroupingModules : Groupings(file.GroupingModules),
        EDocumentNames = file.EDocumentNames is null ? before.EDocumentNames : Names(file.EDocumentNames),
        StandingDocumentStems = file.StandingDocumentStems is null ? before.StandingDocumentStems : Folded(file.StandingDocumentStems),
        AccompanyingDocuments = file.AccompanyingDocuments is null ? before.AccompanyingDocuments : Names(file.AccompanyingDocuments),
        PaymentDocuments = file.PaymentDocuments is null ? before.PaymentDocuments : Names(file.PaymentDocuments),
        CashProofExemptAccounts = file.CashProofExemptAccounts ?? before.CashProofExemptAccounts,
        PlaceholderTaxIds = file.PlaceholderTaxIds is null ? before.PlaceholderTaxIds : Changed([], file.PlaceholderTaxIds, []),
        CurrencyWords = file.CurrencyWords is null ? before.CurrencyWords : Words(file.CurrencyWords),
        Currencies = Changed((IEnumerable<string>?)file.Currencies ?? before.Currencies, file.CurrenciesAdded ?? [], file.CurrenciesRemoved ?? []),
    };

    private static RulePack WithDocumentNames(RulePack pack)
    {
        var asked = pack with { DocumentNames = FrozenSet<string>.Empty };
        return pack with { DocumentNames = asked.OtherDocumentNames.Values.Where(name => !asked.NamesOperation(name, out _)).ToFrozenSet(StringComparer.Ordinal) };
    }

    private static WordDictionary<T> Words<T>(IReadOnlyDictionary<string, T>? words) => new(words ?? throw new InvalidOperationException("A rule pack lacks a dictionary."));

    private static WordDictionary<GroupingKind> Groupings(IReadOnlyDictionary<string, string>? words) =>
        new((words ?? throw new InvalidOperationException("A rule pack lacks a dictionary.")).Select(static pair => KeyValuePair.Create(
            pair.Key,
            GroupingKinds.Parse(pair.Value) ?? throw new InvalidOperationException($"A rule pack names the grouping {pair.Value}, which is none."))));

    private static WordSet Names(IReadOnlyList<string>? names) => new(names ?? throw new InvalidOperationException("A rule pack lacks a list of names."));

    private static string[] Folded(IReadOnlyList<string>? stems) => [.. (stems ?? []).Select(TurkishWordComparer.Fold)];

    private static FrozenSet<string> Changed(IEnumerable<string> before, IReadOnlyList<string> added, IReadOnlyList<string> removed)
    {
        var codes = new HashSet<string>(before, StringComparer.Ordinal);
        foreach (var code in removed)
        {
            if (!codes.Remove(code))
                throw new InvalidOperationException($"A rule pack removes {code}, which the pack before it does not have.");
        }

        foreach (var code in added)
        {
            if (!codes.Add(code))
                throw new InvalidOperationException($"A rule pack adds {code} twice.");
        }

        return codes.ToFrozenSet(StringComparer.Ordinal);
    }
}
