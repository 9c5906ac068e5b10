using System.Net;
using EDefter.Functions.Local;
using EDefter.Storage;
using EDefter.Tests.Live;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Screen;

/// <summary>Which pages a browser lets write to storage: the emulator answers the question that a browser asks first, as the service does.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class UploadCorsTests(LiveApp app)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_consoles_own_pages_may_write_and_only_that()
    {
        using var book = await LiveBook.OpenAsync(app);
        await LocalUploads.AllowAsync(app.Services, app.Address, Cancellation);
        // Asked for again it is the same one rule.
        await LocalUploads.AllowAsync(app.Services, app.Address, Cancellation);
        var upload = await LiveBook.ReadAsync(await book.Accountant.PostAsync(new Uri(book.BookPath + "/uploads", UriKind.Relative), content: null, Cancellation), HttpStatusCode.Created);
        var link = new Uri(upload.GetProperty("url").GetString()!);
        Assert.StartsWith(app.Services.GetRequiredService<UploadPlace>().Container.AbsoluteUri, link.AbsoluteUri, StringComparison.Ordinal);
        var own = app.Address.GetLeftPart(UriPartial.Authority);

        Assert.Equal(own, await AllowedAsync(link, own, "PUT", UploadCors.Headers));
        Assert.Equal(own.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), await AllowedAsync(link, own.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "PUT", UploadCors.Headers));
        Assert.Null(await AllowedAsync(link, "https://baska.example", "PUT", UploadCors.Headers));
        Assert.Null(await AllowedAsync(link, own, "GET", UploadCors.Headers));
        Assert.Null(await AllowedAsync(link, own, "PUT", "x-ms-copy-source"));
    }

    private static async Task<string?> AllowedAsync(Uri link, string origin, string method, string headers)
    {
        using var http = new HttpClient();
        using var asked = new HttpRequestMessage(HttpMethod.Options, link);
        asked.Headers.Add("Origin", origin);
        asked.Headers.Add("Access-Control-Request-Method", method);
        asked.Headers.Add("Access-Control-Request-Headers", headers);
        using var answer = await http.SendAsync(asked, Cancellation);
        return answer.IsSuccessStatusCode && answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }
}
