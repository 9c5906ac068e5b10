using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>The curl examples of the README are executed, in order, against the running application, by curl itself.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class ReadmeExampleTests(LiveApp app)
{
    private const string Fixture = """
        Bir firma tanımlanır:

        ```bash
        # Önce firma
        curl -X PUT "$BASE/api/companies/$COMPANY" -H "X-Api-Key: $ADMIN" -H "Content-Type: application/json" -d '{ "taxId": "4540536920", "title": "ÇIĞ A.Ş.",
          "fiscalYear": { "start": "2025-01-01", "end": "2025-12-31" } }'
        # → 200
        curl "$BASE/api/companies/$COMPANY" \
          -H "X-Api-Key: $ADMIN"
        # → 200, taxId is $VKN, title is $UNVAN

        curl -H "X-Api-Key: yok" "$BASE/api/companies/$COMPANY"
        # → 401
        ```

        ```bash
        dotnet run
        ```
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Commands_are_cut_out_as_a_shell_would()
    {
        var variables = new Dictionary<string, string> { ["BASE"] = "http://x", ["COMPANY"] = "c", ["ADMIN"] = "k" };
        var examples = ReadmeExample.Read(Fixture);
        Assert.Equal(["200 ", "200 taxId VKN, title UNVAN", "401 "], examples.Select(example => $"{example.Status} {string.Join(", ", example.Kept.Select(kept => $"{kept.Member} {kept.Variable}"))}"));
        Assert.Equal(
            ["-X", "PUT", "http://x/api/companies/c", "-H", "X-Api-Key: k", "-H", "Content-Type: application/json", "-d", "{ \"taxId\": \"4540536920\", \"title\": \"ÇIĞ A.Ş.\",\n  \"fiscalYear\": { \"start\": \"2025-01-01\", \"end\": \"2025-12-31\" } }"],
            examples[0].ArgumentsWith(variables));
        Assert.Equal(["http://x/api/companies/c", "-H", "X-Api-Key: k"], examples[1].ArgumentsWith(variables));
        Assert.Throws<InvalidDataException>(() => ReadmeExample.Read("```bash\ncurl $YOK\n```")[0].ArgumentsWith(variables));
        Assert.Throws<InvalidDataException>(() => ReadmeExample.Read("```bash\ncurl a\nrm -r b\n```"));
        Assert.Throws<InvalidDataException>(() => ReadmeExample.Read("```bash\ncurl 'a\n```")[0].ArgumentsWith(variables));
    }

    [Fact]
    public async Task The_fixtures_commands_get_the_status_they_promise()
    {
        using var book = await LiveBook.OpenAsync(app);
        var variables = Variables(book.Company);
        Assert.Equal(3, await RunAllAsync(Fixture, variables));
        Assert.Equal(("4540536920", "ÇIĞ A.Ş."), (variables["VKN"], variables["UNVAN"]));
        var lies = Fixture.Replace("# → 401", "# → 200", StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => RunAllAsync(lies, Variables(book.Company)));
    }

    [Fact]
    public async Task The_READMEs_commands_get_the_status_they_promise()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"), Cancellation);
        var count = await RunAllAsync(readme, Variables("ornek-otel"));
        Assert.True(count > 0, "README.md has no curl examples.");
    }

    private string Base => app.Address.ToString().TrimEnd('/');

    private Dictionary<string, string> Variables(string company) => new() { ["BASE"] = Base, ["ADMIN"] = LiveApp.AdminKey, ["COMPANY"] = company };

    // In a folder of its own, so that what an example saves is gone with it.
    private static async Task<int> RunAllAsync(string markdown, Dictionary<string, string> variables)
    {
        var examples = ReadmeExample.Read(markdown);
        var folder = Directory.CreateTempSubdirectory("edefter-readme-");
        try
        {
            foreach (var example in examples)
            {
                var (status, answer) = await CurlAsync(example.ArgumentsWith(variables), folder.FullName);
                Assert.True(example.Status is { } expected ? status == expected : status is >= 200 and < 300, $"{status} instead of {example.Status?.ToString(CultureInfo.InvariantCulture) ?? "2xx"}: {example.Text}\n{answer}");
                foreach (var (member, variable) in example.Kept)
                    variables[variable] = JsonSerializer.Deserialize<JsonElement>(answer).GetProperty(member).GetString()!;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return examples.Count;
    }

    private static async Task<(int Status, string Answer)> CurlAsync(IReadOnlyList<string> arguments, string folder)
    {
        var start = new ProcessStartInfo("curl") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8, StandardErrorEncoding = Encoding.UTF8, WorkingDirectory = folder };
        foreach (var argument in arguments.Select(FromRepository).Concat(["--silent", "--show-error", "--noproxy", "*", "--write-out", "\n%{http_code}"]))
            start.ArgumentList.Add(argument);
        using var curl = Start(start);
        var errors = curl.StandardError.ReadToEndAsync(Cancellation);
        var output = await curl.StandardOutput.ReadToEndAsync(Cancellation);
        await curl.WaitForExitAsync(Cancellation);
        Assert.True(curl.ExitCode == 0, $"{string.Join(' ', arguments)}\n{await errors}");
        var cut = output.LastIndexOf('\n');
        return (int.Parse(output[(cut + 1)..], NumberStyles.None, CultureInfo.InvariantCulture), output[..cut]);
    }

    // A reader stands in the repository: files that are sent are named from there.
    private static string FromRepository(string argument) => argument.StartsWith("@samples/", StringComparison.Ordinal) ? "@" + Path.Combine(Repository.Root, argument[1..]) : argument;

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no curl on this machine: the README's examples are not executed.");
            throw;
        }
    }
}
