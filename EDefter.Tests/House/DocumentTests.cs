using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.House;

/// <summary>What the documents point to is there: pages and their headings, files, tests, settings, measurements; and every decision is listed.</summary>
public sealed partial class DocumentTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Pages = new(() => Files("*.md").ToDictionary(static file => file, static file => File.ReadAllText(FullPath(file)), StringComparer.Ordinal));

    private static readonly Lazy<string> Sources = new(ReadSources);

    private static readonly Lazy<HashSet<string>> Words = new(static () => [.. WordsOf(Sources.Value)]);

    [Fact]
    public void Every_link_leads_to_a_page_and_to_a_heading_of_it()
    {
        var dead = new List<string>();
        foreach (var (page, text) in Pages.Value)
        {
            foreach (Match link in Link().Matches(text))
            {
                var (path, anchor) = (link.Groups["path"].Value, link.Groups["anchor"].Value);
                var target = path.Length == 0 ? page : Beside(page, path);
                if (!Path.Exists(FullPath(target)) || (anchor.Length > 0 && Pages.Value.TryGetValue(target, out var there) && !Anchors(there).Contains(anchor)))
                    dead.Add($"{page}: {link.Value}");
            }
        }

        Assert.Empty(dead);
        Assert.True(Pages.Value.Count > 150, "the pages were not found");
    }

    [Fact]
    public void Every_named_file_test_setting_and_measurement_exists()
    {
        var missing = new List<string>();
        foreach (var (page, text) in Pages.Value)
        {
            foreach (Match span in Code().Matches(Fence().Replace(text, string.Empty)))
            {
                if (Missing(page, span.Groups["code"].Value) is { } name)
                    missing.Add($"{page}: {name}");
            }
        }

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("`EDefter.Core/Rules/Fis/Fis999.cs`", "EDefter.Core/Rules/Fis/Fis999.cs")]
    [InlineData("`NoSuchTests.It_is_not_there`", "NoSuchTests")]
    [InlineData("`.It_is_not_there_either`", "It_is_not_there_either")]
    [InlineData("`EDEFTER_NOWHERE=1 dotnet test`", "EDEFTER_NOWHERE")]
    [InlineData("`dotnet run -c Release --project EDefter.Benchmarks -- nothing`", "nothing")]
    [InlineData("`ArrowTests` and `EDEFTER_ADMIN_KEY`", null)]
    [InlineData("`EDefter.Tests/House/ArrowTests.cs`", null)]
    public void A_name_that_is_nowhere_is_noticed(string text, string? missing) =>
        Assert.Equal(missing, Missing("README.md", Code().Match(text).Groups["code"].Value));

    /// <summary>A reader of the code has the repository and nothing else.</summary>
    [Fact]
    public void The_code_names_no_page_that_is_not_here()
    {
        var named = Words.Value.Where(static word => word.EndsWith(".md", StringComparison.Ordinal) && word.Length > 3).ToList();
        var unknown = named.FindAll(static name => !Pages.Value.Keys.Any(page => page == name || page.EndsWith("/" + name, StringComparison.Ordinal)));
        Assert.Empty(unknown);
        Assert.Contains("docs/ARCHITECTURE.md", named);
    }

    [Fact]
    public void Every_word_of_the_glossary_is_one_of_the_code()
    {
        var names = Code().Matches(Pages.Value["docs/GLOSSARY.md"]).SelectMany(static span => TypeName().Matches(span.Groups["code"].Value)).Select(static name => name.Value).Distinct(StringComparer.Ordinal).ToList();
        var unknown = names.FindAll(static name => !Words.Value.Contains(name));
        Assert.Empty(unknown);
        Assert.True(names.Count > 50, "the words were not found");
    }

    [Fact]
    public void Every_decision_is_listed()
    {
        const string Index = "docs/decisions/README.md";
        var listed = Link().Matches(Pages.Value[Index]).Select(static link => "docs/decisions/" + link.Groups["path"].Value).Order(StringComparer.Ordinal);
        Assert.Equal(Pages.Value.Keys.Where(static page => page.StartsWith("docs/decisions/", StringComparison.Ordinal) && page != Index).Order(StringComparer.Ordinal), listed);
    }

    // Names are judged that can be nothing else: paths of our projects, tests and their methods, settings of ours, and what EDefter.Benchmarks is asked for.
    private static string? Missing(string page, string code)
    {
        if (OurPath().Match(code) is { Success: true } path && !IsThere(path.Value.TrimEnd('/')) && !IsThere(Beside(page, path.Value.TrimEnd('/'))))
            return path.Value;
        foreach (Match name in OurName().Matches(code))
        {
            if (!Words.Value.Contains(name.Value))
                return name.Value;
        }

        return Measurement().Match(code) is { Success: true } asked && !Sources.Value.Contains($"[\"{asked.Groups["name"].Value}\"] = ", StringComparison.Ordinal) ? asked.Groups["name"].Value : null;
    }

    // A namespace folder or project, or a pattern of files.
    private static bool IsThere(string path) => path.Contains('*', StringComparison.Ordinal)
        ? Directory.Exists(FullPath(Path.GetDirectoryName(path)!)) && Directory.EnumerateFiles(FullPath(Path.GetDirectoryName(path)!), Path.GetFileName(path)).Any()
        : Path.Exists(FullPath(path));

    private static HashSet<string> Anchors(string text) => [.. Heading().Matches(Fence().Replace(text, string.Empty)).Select(static heading => Slug(heading.Groups["text"].Value))];

    // As the sites that show Markdown make them: lower case, signs left out, blanks as dashes.
    private static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in LinkText().Replace(heading.Trim(), "${text}"))
        {
            if (char.IsLetterOrDigit(rune) || rune is '-' or '_')
                slug.Append(char.ToLowerInvariant(rune));
            else if (rune == ' ')
                slug.Append('-');
        }

        return slug.ToString();
    }

    private static string Beside(string page, string path) => Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Path.GetDirectoryName(FullPath(page))!, path))).Replace('\\', '/');

    private static string FullPath(string file) => Path.Combine(Repository.Root, file);

    private static string ReadSources()
    {
        var sources = new StringBuilder();
        // This file names what is nowhere.
        foreach (var file in Files("*.cs", "*.ts", "*.tsx", "*.mjs", "*.bicep", "*.props", "*.targets", "infra/*.json", "global.json", "host.json").Where(static file => !file.EndsWith("/DocumentTests.cs", StringComparison.Ordinal)))
            sources.Append(File.ReadAllText(FullPath(file))).Append('\n');
        return sources.ToString();
    }

    // Names, and beside them whole paths: words with points and strokes between.
    private static IEnumerable<string> WordsOf(string text)
    {
        int path = 0, word = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c) || c == '_')
                continue;
            if (i > word)
                yield return text[word..i];
            word = i + 1;
            if (c is '.' or '/' or '-' && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
                continue;
            if (i - path > 3 && text.AsSpan(path, i - path).EndsWith(".md", StringComparison.Ordinal))
                yield return text[path..i];
            path = i + 1;
        }
    }

    // What is or will be in the repository, and nothing that tools made.
    private static List<string> Files(params IEnumerable<string> patterns)
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", .. patterns]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        using var git = Process.Start(start)!;
        var files = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries);
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. files.Distinct(StringComparer.Ordinal).Where(static file => File.Exists(FullPath(file)))];
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<path>[^)#\s]*)(#(?<anchor>[^)\s]+))?\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex LinkText();

    [GeneratedRegex("^#+ (?<text>.+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Heading();

    [GeneratedRegex("^```.*?^```", RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Fence();

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Code();

    [GeneratedRegex(@"^(EDefter\.(Core|Storage|Functions|Console|LocalWorker|Tests|Benchmarks)|docs|infra|samples|tools)/[\w./*-]*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OurPath();

    [GeneratedRegex(@"\b[A-Z]\w+Tests\b|(?<=(^|Tests)\.)[A-Z][a-z]*_\w*(?<!_)\b(?!…)|\bEDEFTER_[A-Z_]+[A-Z]\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex OurName();

    [GeneratedRegex(@"\b[A-Z]\w+\b(?!…)", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"--project EDefter\.Benchmarks -- (?<name>[\w-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Measurement();
}
