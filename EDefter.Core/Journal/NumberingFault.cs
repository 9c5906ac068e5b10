namespace EDefter.Core.Journal;

/// <summary>What is broken in a month's numbers, in the words of a guard rule.</summary>
/// <param name="Rule">Code of the rule.</param>
/// <param name="Places">Values for the places of its message, as people read them.</param>
public sealed record NumberingFault(string Rule, params IReadOnlyList<(string Place, string Value)> Places);
