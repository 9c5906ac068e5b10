using System.Diagnostics;
using System.Text;
using System.Text.Json;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Tests.Rules;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>What the guide gives to receivers proves our messages and nobody else's, in every language it is given in.</summary>
public sealed class SnippetTests
{
    private const string Secret = "5d41402abc4b2a76b9719d911017c592";
    private const string OldSecret = "7d793037a0760186574b0282f2f435e7";
    private static readonly DateTimeOffset Sent = new(2025, 2, 5, 6, 0, 12, TimeSpan.Zero);
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"id":"5f0c","text":"İğde"}""");

    private static string Guide => File.ReadAllText(Path.Combine(Repository.Root, "docs", "webhooks.md"));

    [Fact]
    public void The_one_in_CSharp_is_the_one_that_is_compiled_here_and_it_judges_right()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "EDefter.Tests", "Webhooks", "WebhookSignature.cs"));
        Assert.Contains(Block("csharp"), source, StringComparison.Ordinal);
        Assert.All(Cases(), item => Assert.True(item.IsGood == WebhookSignature.IsGenuine(item.Header, item.Body, item.Secret, item.Now), item.Name));
    }

    [Fact]
    public async Task The_one_for_Node_judges_right() => await AssertJudgesAsync(
        "node",
        "-e",
        Block("javascript") + "\nconst cases = JSON.parse(require('node:fs').readFileSync(0));\nconsole.log(JSON.stringify(cases.map(c => isGenuine(c.header, Buffer.from(c.body, 'base64'), c.secret, c.now))));");

    [Fact]
    public async Task The_one_for_Python_judges_right() => await AssertJudgesAsync(
        "python3",
        "-c",
        Block("python") + "\nimport base64, json, sys\nprint(json.dumps([is_genuine(c['header'], base64.b64decode(c['body']), c['secret'], c['now']) for c in json.load(sys.stdin)]))");

    private static IReadOnlyList<Message> Cases()
    {
        var good = HookSignature.Of([Secret], Sent, Body);
        var both = HookSignature.Of([Secret, OldSecret], Sent, Body);
        return
        [
            new("fresh", good, Body, Secret, Sent, IsGood: true),
            new("five minutes old", good, Body, Secret, Sent.AddSeconds(300), IsGood: true),
            new("five minutes ahead", good, Body, Secret, Sent.AddSeconds(-300), IsGood: true),
            new("older", good, Body, Secret, Sent.AddSeconds(301), IsGood: false),
            new("further ahead", good, Body, Secret, Sent.AddSeconds(-301), IsGood: false),
            new("both secrets, the new one", both, Body, Secret, Sent, IsGood: true),
            new("both secrets, the old one", both, Body, OldSecret, Sent, IsGood: true),
            new("another's secret", good, Body, OldSecret, Sent, IsGood: false),
            new("another body", good, [.. Body, (byte)' '], Secret, Sent, IsGood: false),
            new("a newer time on an old signature", good.Replace("t=1", "t=2", StringComparison.Ordinal), Body, Secret, Sent.AddSeconds(1_000_000_000), IsGood: false),
            new("no time", good[good.IndexOf(',', StringComparison.Ordinal)..], Body, Secret, Sent, IsGood: false),
            new("no signature", good[..good.IndexOf(',', StringComparison.Ordinal)], Body, Secret, Sent, IsGood: false),
            new("a signature cut short", good[..^1], Body, Secret, Sent, IsGood: false),
            new("letters of another alphabet", good[..^1] + "ı", Body, Secret, Sent, IsGood: false),
            new("nothing", string.Empty, Body, Secret, Sent, IsGood: false),
            new("words", "t=x,v1", Body, Secret, Sent, IsGood: false),
        ];
    }

    private static async Task AssertJudgesAsync(string program, string option, string script)
    {
        var cases = Cases();
        using var process = Start(new ProcessStartInfo(program, [option, script]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false });
        Assert.SkipWhen(process is null, $"needs {program}");
        var said = JsonSerializer.Serialize(cases.Select(item => new { header = item.Header, body = Convert.ToBase64String(item.Body), secret = item.Secret, now = item.Now.ToUnixTimeSeconds() }));
        await process.StandardInput.WriteAsync(said);
        process.StandardInput.Close();
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(cases.Select(item => (item.Name, item.IsGood)), cases.Select(item => item.Name).Zip(JsonSerializer.Deserialize<bool[]>(answer)!));
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Block(string language)
    {
        var open = $"```{language}\n";
        var at = Guide.IndexOf(open, StringComparison.Ordinal) + open.Length;
        return Guide[at..Guide.IndexOf("\n```", at, StringComparison.Ordinal)];
    }

    private sealed record Message(string Name, string Header, byte[] Body, string Secret, DateTimeOffset Now, bool IsGood);
}
