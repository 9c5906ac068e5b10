using System.Text;

namespace EDefter.Core.Rules;

/// <summary>Sentences with places in braces.</summary>
public static class MessageTemplate
{
    /// <exception cref="InvalidOperationException">A place has no value: a bug of the rule, never of the data.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        if (open < 0)
            return template;
        var text = new StringBuilder(template.Length + 32);
        var from = 0;
        while (open >= 0)
        {
            var close = template.IndexOf('}', open);
            var place = template[(open + 1)..close];
            if (!values.TryGetValue(place, out var value))
                throw new InvalidOperationException($"No value for the place {{{place}}} of \"{template}\".");
            text.Append(template, from, open - from).Append(value);
            from = close + 1;
            open = template.IndexOf('{', from);
        }

        return text.Append(template, from, template.Length - from).ToString();
    }

    /// <summary>The names of the places, in order of appearance.</summary>
    public static IReadOnlyList<string> Places(string template)
    {
        var places = new List<string>();
        for (var open = template.IndexOf('{', StringComparison.Ordinal); open >= 0; open = template.IndexOf('{', open + 1))
            places.Add(template[(open + 1)..template.IndexOf('}', open)]);
        return places;
    }
}
