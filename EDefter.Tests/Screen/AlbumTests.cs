using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EDefter.LocalWorker.Hosting;
using EDefter.Tests.Live;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>The pictures of the README and of docs/, taken of the sample's January on a day of February.</summary>
public sealed class AlbumTests(ClockedApp app) : IClassFixture<ClockedApp>
{
    private const string Bookkeeper = "Nurgül Özışık";

    // Half past nine in Türkiye.
    private static readonly DateTimeOffset Today = new(2025, 2, 5, 6, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Takes them anew: <c>dotnet run --project EDefter.Tests -- -method '*Takes_the_pictures*' -explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public async Task Takes_the_pictures_of_the_screens()
    {
        app.Clock.MoveTo(Today);
        var samples = Path.Combine(RepositoryFolder.Find()!, "samples", "ornek-otel");
        var sample = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(samples, "company.json"), Cancellation))!;
        using var book = await LiveBook.OpenAsync(app.Address, company =>
        {
            foreach (var (name, value) in sample.Where(member => member.Key != "id"))
                company[name] = value?.DeepClone();
        });
        using var accounts = new StringContent(await File.ReadAllTextAsync(Path.Combine(samples, "accounts.json"), Cancellation), Encoding.UTF8, "application/json");
        using var put = await book.Erp.PutAsync(new Uri($"/api/companies/{book.Company}/accounts", UriKind.Relative), accounts, Cancellation);
        Assert.True(put.IsSuccessStatusCode);
        await book.PostVouchersAsync(await File.ReadAllTextAsync(Path.Combine(samples, "2025-01.ndjson"), Cancellation), "application/x-ndjson");
        await book.ActAsync(book.Month("2025-01", "/check"));
        var tests = await LiveBook.GetAsync(book.Admin, Keys(book));
        await IssueAsync(book, "erp", "Otel ERP’si");
        await IssueAsync(book, "integrator", "Entegratör");
        var key = await IssueAsync(book, "accountant", Bookkeeper, "2025-02-14");
        foreach (var own in tests.EnumerateArray())
            await book.Admin.DeleteAsync(new Uri($"{Keys(book)}/{own.GetProperty("id").GetString()}", UriKind.Relative), Cancellation);

        await TakeAsync("year", key, Bookkeeper, width: 390, height: 780);
        await TakeAsync("check", key, Bookkeeper);
        await TakeAsync("voucher", key, Bookkeeper, dark: true, height: 820);
        await TakeAsync("plan", key, Bookkeeper);
        await TakeAsync("rehearsal", key, Bookkeeper, dark: true);
        await TakeAsync("keys", LiveApp.AdminKey, "Sistem Yöneticisi", height: 760);
    }

    private static string Keys(LiveBook book) => $"/api/companies/{book.Company}/keys";

    private static async Task<string> IssueAsync(LiveBook book, string role, string name, string? expiresOn = null)
    {
        using var given = await book.Admin.PostAsJsonAsync(Keys(book), new { role, name, expiresOn }, Cancellation);
        return (await LiveBook.ReadAsync(given, System.Net.HttpStatusCode.Created)).GetProperty("key").GetString()!;
    }

    private Task TakeAsync(string picture, string key, string name, int width = 1180, int height = 1000, bool dark = false) =>
        ConsoleScript.PlayAsync("album", app.Address, new JsonObject
        {
            ["picture"] = picture,
            ["key"] = key,
            ["name"] = name,
            ["width"] = width,
            ["height"] = height,
            ["dark"] = dark,
            ["now"] = Today.ToString("O"),
            ["folder"] = Path.Combine(RepositoryFolder.Find()!, "docs", "images"),
        });
}
