using System.Net;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Storage that is gone is told as such, in Turkish, with the time to come back.</summary>
public sealed class StorageAwayTests
{
    [Fact]
    public async Task Without_storage_a_request_is_answered_503_and_told_to_come_back()
    {
        var azurite = await Azurite.StartAsync(TestContext.Current.CancellationToken);
        using var host = await LiveApp.StartAsync(azurite.ConnectionString, TimeProvider.System);
        using var book = await LiveBook.OpenAsync(host.GetLocalAddress());
        await azurite.DisposeAsync();

        var answers = await Task.WhenAll(
            book.Accountant.GetAsync(new Uri(book.Month("2025-01"), UriKind.Relative), TestContext.Current.CancellationToken),
            book.Admin.GetAsync(new Uri($"/api/companies/{book.Company}", UriKind.Relative), TestContext.Current.CancellationToken));

        foreach (var answer in answers)
        {
            Assert.Equal(TimeSpan.FromSeconds(30), answer.Headers.RetryAfter!.Delta);
            await LiveBook.RefusedAsync(answer, HttpStatusCode.ServiceUnavailable, "storage-away");
        }
    }
}
