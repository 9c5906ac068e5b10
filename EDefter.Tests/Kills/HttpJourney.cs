using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>The acts of <see cref="SampleJourney"/>, all vouchers of the sample, over HTTP.</summary>
internal sealed class HttpJourney
{
    private const string Company = "/api/companies/" + SampleJourney.Company;
    private const string Book = Company + "/0000";
    private const string January = Book + "/periods/" + SampleJourney.January;
    private const string By = "Nurgül Özışık";

    private readonly JourneyCaller caller;
    private readonly Func<Task<IReadOnlyList<Voucher>>> readLive;
    private readonly Dictionary<string, byte[]> files = SampleFiles.All().ToDictionary(file => file.Name, file => file.Bytes, StringComparer.Ordinal);
    private string run = string.Empty;
    private object accepted = new();

    /// <param name="app">The program.</param>
    /// <param name="readLive">The live vouchers, read past the program.</param>
    public HttpJourney(IJourneyApp app, Func<Task<IReadOnlyList<Voucher>>> readLive)
    {
        caller = new JourneyCaller(app);
        this.readLive = readLive;
        var vouchers = SampleMonth.Faulty.Vouchers;
        var third = vouchers.Count / 3;
        Acts =
        [
            ("company", () => caller.SendAsync(HttpMethod.Put, Company, files["company.json"])),
            ("key", () => caller.SignInAsync(Company, By)),
            ("chart", () => caller.SendAsync(HttpMethod.Put, Company + "/accounts", files["accounts.json"])),
            ("first post", () => PostAsync(vouchers.Take(third))),
            ("second post", () => PostAsync(vouchers.Skip(third).Take(third))),
            ("third post", () => PostAsync(vouchers.Skip(2 * third))),
            ("upload", () => UploadAsync(vouchers)),
            ("check", () => caller.ActAsync(January + "/check", new { })),
            ("plan", PlanAsync),
            ("apply", ApplyAsync),
            ("undo", () => caller.ActAsync($"{January}/repairs/{run}/undo", new { by = By })),
            ("plan again", PlanAsync),
            ("apply again", ApplyAsync),
            ("decide", () => PostAsync(SampleMonth.Faulty.Decisions.Select(decision => decision.Corrected).OfType<Voucher>())),
            ("number", () => caller.ActAsync(January + "/numbers", new { by = By })),
            ("workbook", () => ArchiveAsync("edefter")),
            ("text file", () => ArchiveAsync("izibiz")),
            ("printed journal", () => caller.ActAsync(January + "/print", new { by = By, book = "journal", format = "pdf" })),
            ("empty month", () => caller.ActAsync(Book + "/periods/2025-02/numbers", new { by = By })),
            ("file", FileAsync),
        ];
    }

    public IReadOnlyList<(string Name, Func<Task> Do)> Acts { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<JsonElement> ApplyAsync() => caller.ActAsync($"{January}/repairs/{run}/apply", new { by = By, accept = accepted });

    private async Task PlanAsync()
    {
        var plan = await caller.ActAsync(January + "/repairs", new { });
        run = plan.GetProperty("run").GetString()!;
        var choices =
            from decision in SampleMonth.Faulty.Decisions
            where decision.Choose is not null
            from change in plan.GetProperty("changes").EnumerateArray()
            where change.GetProperty("rule").GetString() == decision.Rule && change.TryGetProperty("voucherId", out var id) && id.GetString() == decision.VoucherId
            select new { n = change.GetProperty("n").GetInt32(), choose = decision.Choose };
        accepted = new { classes = (string[])["A", "B"], changes = choices.ToArray() };
    }

    // A berat that is filed already is what was asked for.
    private async Task FileAsync()
    {
        var (status, answer) = await caller.AskAsync(HttpMethod.Post, January + "/filed", JsonSerializer.SerializeToUtf8Bytes(new { by = By }), "application/json");
        Assert.True(status == HttpStatusCode.OK || answer.GetProperty("type").GetString() == "urn:edefter:month-filed", answer.GetRawText());
    }

    private async Task ArchiveAsync(string profile) => await caller.DownloadAsync(await caller.ActAsync(January + "/archives", new { by = By, profile }));

    /// <summary>Everything once more as one file: there is nothing new in it.</summary>
    private async Task UploadAsync(IReadOnlyList<Voucher> vouchers)
    {
        var (status, upload) = await caller.AskAsync(HttpMethod.Post, Book + "/uploads", [], JourneyCaller.Ndjson);
        Assert.True(status == HttpStatusCode.Created, upload.GetRawText());
        using var outside = new HttpClient();
        using var content = new ByteArrayContent(JourneyCaller.NdjsonOf(vouchers));
        content.Headers.ContentType = new MediaTypeHeaderValue(JourneyCaller.Ndjson);
        content.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var put = await outside.PutAsync(new Uri(upload.GetProperty("url").GetString()!), content, Cancellation);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        var imported = await caller.ActAsync($"{Book}/uploads/{upload.GetProperty("id").GetString()}/import", new { contentType = JourneyCaller.Ndjson });
        Assert.Equal((vouchers.Count, 0, vouchers.Count), (imported.GetProperty("received").GetInt32(), imported.GetProperty("stored").GetInt32(), imported.GetProperty("unchanged").GetInt32()));
    }

    private async Task PostAsync(IEnumerable<Voucher> vouchers)
    {
        var posted = vouchers.ToList();
        var before = Lines(await readLive());
        var (status, answer) = await caller.AskAsync(HttpMethod.Post, Book + "/vouchers", JourneyCaller.NdjsonOf(posted), JourneyCaller.Ndjson, () => AssertWholeAsync(before, posted));
        Assert.True(status == HttpStatusCode.OK, answer.GetRawText());
        Assert.Equal(posted.Count, answer.GetProperty("received").GetInt32());
        Assert.Equal(posted.Count, answer.GetProperty("stored").GetInt32() + answer.GetProperty("unchanged").GetInt32());
        Assert.Equal(0, answer.GetProperty("rejected").GetArrayLength());
    }

    /// <summary>Everything of a post is there or nothing of it. Undated vouchers lie in the drawer, which has a commit of its own.</summary>
    private async Task AssertWholeAsync(HashSet<string> before, List<Voucher> posted)
    {
        var now = Lines(await readLive());
        Assert.Subset(now.Select(IdOf).ToHashSet(), before.Select(IdOf).ToHashSet());
        var dated = Lines(posted.Where(voucher => voucher.Date.Value is not null));
        var arrived = dated.Count(now.Contains);
        Assert.True(arrived == dated.Count || arrived == dated.Count(before.Contains), $"{arrived} of {dated.Count} vouchers of one post are visible");
    }

    private static HashSet<string> Lines(IEnumerable<Voucher> vouchers) => [.. vouchers.Select(voucher => voucher.Id + "\n" + Convert.ToHexString(VoucherJsonWriter.ToBytes(voucher)))];

    private static string IdOf(string line) => line[..line.IndexOf('\n', StringComparison.Ordinal)];
}
