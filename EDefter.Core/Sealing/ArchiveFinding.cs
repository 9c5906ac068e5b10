using EDefter.Core.Rules;

namespace EDefter.Core.Sealing;

/// <summary>What an output rule says of an archive: nothing that stops it, everything that its reader should know.</summary>
public sealed record ArchiveFinding
{
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Turkish, with the values filled in.</summary>
    public required string Message { get; init; }

    public required string Remedy { get; init; }

    /// <summary>The values that the message was filled with, as shown.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>How many values, accounts or entries it is about.</summary>
    public required long Count { get; init; }

    /// <summary>A finding of an output rule.</summary>
    public static ArchiveFinding Of(string rule, long count, params ReadOnlySpan<(string Place, string Value)> places)
    {
        var info = RuleBook.Standard.Info(rule);
        var values = new Dictionary<string, string>(places.Length, StringComparer.Ordinal);
        foreach (var (place, value) in places)
            values[place] = value;
        return new ArchiveFinding
        {
            Rule = rule,
            Severity = info.Severity,
            Message = MessageTemplate.Fill(info.Message, values),
            Remedy = MessageTemplate.Fill(info.Remedy, values),
            Values = values,
            Count = count,
        };
    }
}
