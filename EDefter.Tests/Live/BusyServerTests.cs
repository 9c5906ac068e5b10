using System.Net;
using System.Text;
using EDefter.Core.Workflow.Jobs;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>A server that is full says so and when to come back, and takes the same body afterwards.</summary>
public sealed class BusyServerTests
{
    [Fact]
    public async Task A_body_that_finds_no_place_is_told_to_come_back_and_is_taken_then()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var azurite = await Azurite.StartAsync(cancellation);
        using var host = await LiveApp.StartAsync(azurite.ConnectionString, TimeProvider.System);
        using var book = await LiveBook.OpenAsync(host.GetLocalAddress());
        var bodies = host.Services.GetRequiredService<WorkGates>().Bodies;
        var places = new List<IDisposable>();
        while (await bodies.EnterAsync("another", TimeSpan.FromMilliseconds(1), cancellation) is { } place)
            places.Add(place);
        Assert.InRange(places.Count, 8, 1_000);

        using var content = new StringContent(LiveBook.Voucher("1", "2025-01-10"), Encoding.UTF8, "application/json");
        var refused = await book.Erp.PostAsync(new Uri($"{book.BookPath}/vouchers", UriKind.Relative), content, cancellation);
        Assert.Equal(TimeSpan.FromSeconds(5), refused.Headers.RetryAfter!.Delta);
        await LiveBook.RefusedAsync(refused, HttpStatusCode.TooManyRequests, "too-busy");

        places.ForEach(place => place.Dispose());
        Assert.Equal(1, (await book.PostVouchersAsync(LiveBook.Voucher("1", "2025-01-10"))).GetProperty("stored").GetInt32());
    }
}
