namespace EDefter.Functions.Rules;

/// <summary>Answer of GET …/rules.</summary>
/// <param name="Rules">In the order of their codes.</param>
/// <param name="Fields">Member of a voucher, chart or company → its Turkish name.</param>
public sealed record RulesBody(IReadOnlyList<RuleBody> Rules, IReadOnlyDictionary<string, string> Fields);
