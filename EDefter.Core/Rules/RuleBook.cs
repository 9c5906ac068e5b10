using System.Collections.Frozen;

namespace EDefter.Core.Rules;

/// <summary>All rules of the program in the order of their codes. Adding a rule is adding its class.</summary>
public sealed class RuleBook
{
    private readonly FrozenDictionary<string, Rule> byCode;

    /// <param name="rules">Any order; codes must differ.</param>
    public RuleBook(IEnumerable<Rule> rules)
    {
        var sorted = new SortedDictionary<string, Rule>(StringComparer.Ordinal);
        foreach (var rule in rules)
            sorted.Add(rule.Info.Code, rule);
        Rules = [.. sorted.Values];
        byCode = sorted.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every rule class of this assembly.</summary>
    public static RuleBook Standard { get; } = new(Discover());

    public IReadOnlyList<Rule> Rules { get; }

    public Rule? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>What is published of a rule.</summary>
    /// <exception cref="KeyNotFoundException">There is no such code: a bug of the caller.</exception>
    public RuleInfo Info(string code) => byCode[code].Info;

    // Found by reflection once, so that a rule cannot be written and then forgotten in a list.
    private static IEnumerable<Rule> Discover() =>
        from type in typeof(RuleBook).Assembly.GetTypes()
        where type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract
        select (Rule)Activator.CreateInstance(type)!;
}
