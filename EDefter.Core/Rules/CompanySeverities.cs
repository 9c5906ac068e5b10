using EDefter.Core.Companies;

namespace EDefter.Core.Rules;

/// <summary>How grave each rule is for a company: as the law says, or graver where the company wants it so; never less.</summary>
public sealed class CompanySeverities
{
    private static readonly string[] Words = ["info", "warning", "error"];

    private readonly Dictionary<string, Severity> wanted = new(StringComparer.Ordinal);

    private CompanySeverities(IReadOnlyDictionary<string, string>? named)
    {
        foreach (var (code, word) in named ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            // What no word of ours is was refused when the company was kept; here it leaves the law's severity.
            if (ParseWord(word) is { } severity)
                wanted[code] = severity;
        }
    }

    /// <summary>Everything as the law says.</summary>
    public static CompanySeverities OfLaw { get; } = new(named: null);

    /// <summary>What a company wants.</summary>
    public static CompanySeverities Of(Company company) => company.Severities is { Count: > 0 } named ? new(named) : OfLaw;

    /// <summary>The severity the rule speaks with.</summary>
    public Severity Of(RuleInfo info) => wanted.Count > 0 && wanted.TryGetValue(info.Code, out var own) && own > info.Severity ? own : info.Severity;

    /// <summary>The company asks for the rule by name; one that is off by default is then on.</summary>
    public bool Names(string code) => wanted.ContainsKey(code);

    /// <summary>Why these wishes cannot be kept, in Turkish; null when they can.</summary>
    /// <param name="severities">Rule code → severity, as sent.</param>
    /// <param name="rules">The rules there are.</param>
    public static string? FaultIn(IReadOnlyDictionary<string, string>? severities, RuleBook rules)
    {
        foreach (var (code, word) in severities ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            if (rules.Find(code)?.Info is not { } info)
                return $"Önem derecesi (severities) verilen \"{code}\" kodlu bir kural yok; kural kodlarını kontrol edin.";
            if (ParseWord(word) is not { } severity)
                return $"{code} kuralı için verilen \"{word}\" bir önem derecesi değil. Hata için \"error\", uyarı için \"warning\", bilgi için \"info\" yazın.";
            if (severity < info.Severity)
                return $"{code} kuralının önem derecesi {WordFor(info.Severity)}; mevzuatın verdiği derece düşürülemez, yalnız yükseltilebilir.";
            if (severity > info.Severity && info.Phase != RulePhase.Check)
                return $"{code} kuralı kontrol raporunda konuşmaz; önem derecesi yükseltilemez.";
        }

        return null;
    }

    private static Severity? ParseWord(string? word) => Array.IndexOf(Words, word) is >= 0 and var index ? (Severity)index : null;

    private static string WordFor(Severity severity) => severity switch
    {
        Severity.Error => "\"hata\"dır",
        Severity.Warning => "\"uyarı\"dır",
        _ => "\"bilgi\"dir",
    };
}
