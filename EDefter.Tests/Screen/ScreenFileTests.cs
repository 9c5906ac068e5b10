using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using EDefter.Functions.Screen;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>The console's files as they are served: few, small, from here alone, and with a policy that lets nothing else in.</summary>
[Collection(LiveAppGroup.Name)]
public sealed partial class ScreenFileTests(LiveApp app)
{
    private const int PackedBytesMax = 200 * 1024;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void All_of_it_weighs_at_most_200_KB_packed()
    {
        var files = new ScreenFiles();
        Assert.Equal(["console.css", "console.js", "icon.svg", "index.html", "text-latin-ext.woff2", "text-latin.woff2"], files.Names.Order(StringComparer.Ordinal));
        Assert.InRange(files.Names.Sum(name => (files.Find(name)!.Packed ?? files.Find(name)!.Bytes).Length), 50_000, PackedBytesMax);
    }

    [Fact]
    public async Task Every_file_comes_with_the_policy_and_a_second_time_not_at_all()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        foreach (var name in new ScreenFiles().Names.Append(string.Empty))
        {
            using var answer = await client.GetAsync(new Uri("/" + name, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self'; ", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            // Besides this server: the container that large files are written to, and nothing else of storage.
            Assert.Matches(@"; connect-src 'self' http://127\.0\.0\.1:[0-9]+/devstoreaccount1/uploads/; ", policy);
            Assert.Equal(["nosniff", "DENY", "no-referrer"], new[] { "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy" }.Select(header => answer.Headers.GetValues(header).Single()));
            using var again = new HttpRequestMessage(HttpMethod.Get, answer.RequestMessage!.RequestUri);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var unchanged = await client.SendAsync(again, Cancellation);
            Assert.Equal((HttpStatusCode.NotModified, 0), (unchanged.StatusCode, (await unchanged.Content.ReadAsByteArrayAsync(Cancellation)).Length));
        }
    }

    [Fact]
    public async Task What_is_packed_is_the_same_unpacked_and_other_names_are_not_found()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/console.js", UriKind.Relative));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var packed = await client.SendAsync(request, Cancellation);
        Assert.Equal(["gzip"], packed.Content.Headers.ContentEncoding);
        await using var gzip = new GZipStream(await packed.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await gzip.CopyToAsync(unpacked, Cancellation);
        Assert.Equal(new ScreenFiles().Find("console.js")!.Bytes, unpacked.ToArray());
        foreach (var name in new[] { "yok.js", "built", "..%2Fhost.json", "host.json", "CONSOLE.JS" })
        {
            using var missing = await client.GetAsync(new Uri("/" + name, UriKind.Relative), Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
        }
    }

    [Fact]
    public void The_page_and_its_files_name_no_other_place_and_hold_nothing_inline()
    {
        var files = new ScreenFiles();
        foreach (var name in files.Names.Where(name => !name.EndsWith(".woff2", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.UTF8.GetString(files.Find(name)!.Bytes);
            Assert.All(Address().Matches(text).Select(match => match.Value), address => Assert.StartsWith("http://www.w3.org/", address, StringComparison.Ordinal));
        }

        var page = System.Text.Encoding.UTF8.GetString(files.Find(null)!.Bytes);
        Assert.DoesNotMatch("<style|style=|<script(?![^>]*src=)|\\son[a-z]+=", page);
    }

    [Fact]
    public async Task Amounts_never_pass_through_floating_point_and_an_acceptance_holds_what_it_hangs_on() => Assert.Equal("ok", await ConsoleScript.RunAsync("exact.mjs"));

    [Fact]
    public async Task A_large_file_arrives_block_by_block_as_it_was_however_often_the_line_breaks() => Assert.Equal("ok", await ConsoleScript.RunAsync("blocks.mjs"));

    [Fact]
    public async Task A_busy_server_a_broken_line_and_a_token_that_is_over_are_waited_out_or_said() => Assert.Equal("ok", await ConsoleScript.RunAsync("client.mjs"));

    [GeneratedRegex(@"https?://[\w.-]+/?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Address();
}
