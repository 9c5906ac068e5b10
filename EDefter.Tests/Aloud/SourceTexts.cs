using System.Text;
using EDefter.Tests.Rules;

namespace EDefter.Tests.Aloud;

/// <summary>Every text literal of C# files: enough of the language's grammar to know text from code, characters and comments.</summary>
internal sealed class SourceTexts
{
    private readonly string code;
    private readonly string file;
    private readonly List<SourceText> found = [];
    private int at;
    private int line = 1;

    private SourceTexts(string code, string file) => (this.code, this.file) = (code, file);

    /// <param name="folders">Folders from the top of the repository.</param>
    public static IEnumerable<SourceText> In(params IEnumerable<string> folders) =>
        folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .SelectMany(path => Of(File.ReadAllText(path), Path.GetRelativePath(Repository.Root, path)));

    public static IReadOnlyList<SourceText> Of(string code, string file)
    {
        var texts = new SourceTexts(code, file);
        texts.ReadCode(until: null);
        return texts.found;
    }

    // Code up to the brace that ends a hole, or up to the end of the file.
    private void ReadCode(char? until)
    {
        var depth = 0;
        while (at < code.Length)
        {
            if (StartsText(out var isVerbatim, out var dollars))
                ReadText(isVerbatim, dollars);
            else if (code[at] == '\'')
                Skip(code[at + 1] == '\\' ? code.IndexOf('\'', at + 3) + 1 - at : 3);
            else if (code.AsSpan(at).StartsWith("//"))
                Skip((code.IndexOf('\n', at) is var end and >= 0 ? end : code.Length) - at);
            else if (code.AsSpan(at).StartsWith("/*"))
                Skip(code.IndexOf("*/", at, StringComparison.Ordinal) + 2 - at);
            else if (code[at] == until && depth == 0)
                return;
            else
            {
                depth += code[at] switch { '{' or '(' or '[' => 1, '}' or ')' or ']' => -1, _ => 0 };
                Skip(1);
            }
        }
    }

    private bool StartsText(out bool isVerbatim, out int dollars)
    {
        (isVerbatim, dollars) = (false, 0);
        var next = at;
        for (; next < code.Length && code[next] is '$' or '@'; next++)
        {
            isVerbatim |= code[next] == '@';
            dollars += code[next] == '$' ? 1 : 0;
        }

        if (next >= code.Length || code[next] != '"')
            return false;
        at = next;
        return true;
    }

    private void ReadText(bool isVerbatim, int dollars)
    {
        var begins = line;
        var quotes = 0;
        while (at + quotes < code.Length && code[at + quotes] == '"')
            quotes++;
        var text = new StringBuilder();
        if (quotes == 2)
            Skip(2);
        else if (quotes >= 3)
            ReadRaw(text, quotes, dollars);
        else
            ReadPlain(text, isVerbatim, dollars > 0);
        found.Add(new SourceText(file, begins, text.ToString()));
    }

    private void ReadPlain(StringBuilder text, bool isVerbatim, bool hasHoles)
    {
        Skip(1);
        while (code[at] != '"' || (isVerbatim && code[at + 1] == '"'))
        {
            if (hasHoles && code[at] == '{' && code[at + 1] != '{')
                ReadHole(text, braces: 1);
            else if (!isVerbatim && code[at] == '\\')
                ReadEscape(text);
            else
            {
                text.Append(code[at]);
                Skip((hasHoles && code[at] is '{' or '}' && code[at + 1] == code[at]) || (isVerbatim && code[at] == '"') ? 2 : 1);
            }
        }

        Skip(1);
    }

    private void ReadRaw(StringBuilder text, int quotes, int dollars)
    {
        Skip(quotes);
        var end = new string('"', quotes);
        var open = new string('{', Math.Max(1, dollars));
        while (!code.AsSpan(at).StartsWith(end))
        {
            if (dollars > 0 && code.AsSpan(at).StartsWith(open))
                ReadHole(text, dollars);
            else
            {
                text.Append(code[at]);
                Skip(1);
            }
        }

        Skip(quotes);
    }

    private void ReadHole(StringBuilder text, int braces)
    {
        Skip(braces);
        ReadCode(until: '}');
        Skip(braces);
        text.Append(SourceText.Hole);
    }

    private void ReadEscape(StringBuilder text)
    {
        var length = code[at + 1] == 'u' ? 6 : 2;
        text.Append(code[at + 1] switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'u' => (char)Convert.ToInt32(code.Substring(at + 2, 4), 16),
            var same => same,
        });
        Skip(length);
    }

    private void Skip(int count)
    {
        for (var i = 0; i < count && at < code.Length; i++)
            line += code[at++] == '\n' ? 1 : 0;
    }
}
