using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EDefter.Tests.Live;

/// <summary>
/// A curl command of a document, cut out of its <c>```bash</c> blocks: a line that begins with <c>curl</c>, up to the line that says what status it
/// must get (<c># → 200</c>) and which members of the answer become variables (<c># → 201, key is $ERP</c>). A command without such a line must get a 2xx.
/// </summary>
/// <param name="Text">As it stands in the document.</param>
/// <param name="Status">The status it must get; null = any 2xx.</param>
/// <param name="Kept">Members of the answer that are kept, each under the name of a variable.</param>
public sealed partial record ReadmeExample(string Text, int? Status, IReadOnlyList<(string Member, string Variable)> Kept)
{
    /// <summary>Every command of every bash block, in order. A block that holds a curl command must hold nothing else: what a reader types is what is tested.</summary>
    /// <exception cref="InvalidDataException">A line of such a block is neither a command, nor a comment, nor a status; or a quote is not closed.</exception>
    public static IReadOnlyList<ReadmeExample> Read(string markdown) => [.. Blocks(markdown).SelectMany(Commands)];

    /// <summary>What curl gets: variables filled in, quotes taken off.</summary>
    /// <exception cref="InvalidDataException">A variable is not known, or a quote is not closed.</exception>
    public IReadOnlyList<string> ArgumentsWith(IReadOnlyDictionary<string, string> variables) => [.. Words(Text, variables).Skip(1)];

    [GeneratedRegex(@"^# → (?<status>[0-9]{3})(, (?<member>[A-Za-z]+) is \$(?<variable>[A-Z]+))*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Outcome();

    private static IEnumerable<IReadOnlyList<string>> Blocks(string markdown)
    {
        List<string>? block = null;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (block is null)
            {
                if (line.Trim() == "```bash")
                    block = [];
            }
            else if (line.Trim() == "```")
            {
                if (block.Exists(IsCommand))
                    yield return block;
                block = null;
            }
            else
            {
                block.Add(line);
            }
        }
    }

    private static List<ReadmeExample> Commands(IReadOnlyList<string> block)
    {
        var examples = new List<ReadmeExample>();
        foreach (var line in block)
        {
            if (examples is [.., var open] && IsInside(open.Text))
                examples[^1] = open with { Text = $"{open.Text}\n{line}" };
            else if (line.StartsWith("# →", StringComparison.Ordinal))
                examples[^1] = WithOutcome(examples[^1], line);
            else if (IsCommand(line))
                examples.Add(new ReadmeExample(line, Status: null, Kept: []));
            else if (line.Length > 0 && !line.StartsWith('#'))
                throw new InvalidDataException($"A block of curl commands holds a line that is none: {line}");
        }

        return examples;
    }

    private static ReadmeExample WithOutcome(ReadmeExample example, string line)
    {
        var outcome = Outcome().Match(line);
        if (!outcome.Success)
            throw new InvalidDataException($"An outcome cannot be read: {line}");
        return example with
        {
            Status = int.Parse(outcome.Groups["status"].Value, NumberStyles.None, CultureInfo.InvariantCulture),
            Kept = [.. outcome.Groups["member"].Captures.Zip(outcome.Groups["variable"].Captures, static (member, variable) => (member.Value, variable.Value))],
        };
    }

    private static bool IsCommand(string line) => line.StartsWith("curl ", StringComparison.Ordinal);

    // The next line belongs to the command: a backslash ends this one, or a quote is still open.
    private static bool IsInside(string command) => command.EndsWith('\\') || Scan(command, variables: null, words: null) is not null;

    private static List<string> Words(string command, IReadOnlyDictionary<string, string> variables)
    {
        var words = new List<string>();
        return Scan(command, variables, words) is { } quote ? throw new InvalidDataException($"A quote {quote} is not closed: {command}") : words;
    }

    /// <returns>The quote that is still open at the end; null when none is.</returns>
    private static char? Scan(string command, IReadOnlyDictionary<string, string>? variables, List<string>? words)
    {
        var word = new StringBuilder();
        var isWord = false;
        char? quote = null;
        for (var i = 0; i < command.Length; i++)
        {
            var c = command[i];
            if (quote is null && c is ('"' or '\''))
                (quote, isWord) = (c, true);
            else if (c == quote)
                quote = null;
            else if (c == '$' && quote != '\'' && variables is not null)
                (i, isWord) = (Fill(command, i, variables, word), true);
            else if (c == '\\' && quote != '\'' && i + 1 < command.Length)
                (i, isWord) = (Escape(command, i, quote, word), isWord || command[i + 1] != '\n');
            else if (quote is null && char.IsWhiteSpace(c))
                isWord = End(word, isWord, words);
            else
                (_, isWord) = (word.Append(c), true);
        }

        End(word, isWord, words);
        return quote;
    }

    private static int Fill(string command, int at, IReadOnlyDictionary<string, string> variables, StringBuilder word)
    {
        var end = at + 1;
        while (end < command.Length && (char.IsAsciiLetterOrDigit(command[end]) || command[end] == '_'))
            end++;
        var name = command[(at + 1)..end];
        word.Append(variables.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"The variable ${name} is not known: {command}"));
        return end - 1;
    }

    // Outside quotes a backslash takes the meaning of the next character; inside double quotes only of those that have one there.
    private static int Escape(string command, int at, char? quote, StringBuilder word)
    {
        var next = command[at + 1];
        if (next == '\n')
            return at + 1;
        if (quote is null || next is '"' or '\\' or '$' or '`')
        {
            word.Append(next);
            return at + 1;
        }

        word.Append('\\');
        return at;
    }

    private static bool End(StringBuilder word, bool isWord, List<string>? words)
    {
        if (isWord)
            words?.Add(word.ToString());
        word.Clear();
        return false;
    }
}
