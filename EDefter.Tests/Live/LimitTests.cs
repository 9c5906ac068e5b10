using System.Net;
using EDefter.Functions.Gate.Limits;
using EDefter.Functions.Health;
using EDefter.Functions.Keys;
using EDefter.Functions.Vouchers;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Storage;
using EDefter.Tests.Gate;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace EDefter.Tests.Live;

/// <summary>An application with tight limits, over HTTP: who comes too often is told when to come back, and disturbs nobody else.</summary>
[Collection(LiveAppGroup.Name)]
public sealed class LimitTests(LiveApp app)
{
    private static readonly Uri Session = new("/api/session", UriKind.Relative);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_key_that_comes_too_often_waits_and_another_does_not()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var host = await StartAsync(new AccessPaces(new Pace(1, 3), Guesses: null));
        using var client = Client(host, await book.IssueAsync("accountant"));
        for (var n = 0; n < 3; n++)
            await LiveBook.GetAsync(client, "/api/session");
        using var refused = await client.GetAsync(Session, Cancellation);
        Assert.Equal(TimeSpan.FromMinutes(1), refused.Headers.RetryAfter!.Delta);
        await LiveBook.RefusedAsync(refused, HttpStatusCode.TooManyRequests, "too-many-requests");
        await LiveBook.GetAsync(client, "/api/health");
        using var other = Client(host, await book.IssueAsync("accountant"));
        await LiveBook.GetAsync(other, "/api/session");

        // A person is one caller, whatever token he brings.
        for (var n = 0; n < 4; n++)
        {
            using var person = Client(host, key: null);
            person.DefaultRequestHeaders.Authorization = new("Bearer", LocalIssuer.Shared.Token(claims => (claims["roles"], claims["uti"]) = ("EDefter.Admin", Guid.NewGuid().ToString())));
            using var answer = await person.GetAsync(Session, Cancellation);
            Assert.Equal(n < 3 ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests, answer.StatusCode);
        }

        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_an_ERP_asks_for_every_voucher_counts_a_tenth()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var host = await StartAsync(new AccessPaces(new Pace(1, 2), Guesses: null));
        using var client = Client(host, await book.IssueAsync("erp"));
        for (var n = 0; n < 20; n++)
            await LiveBook.RefusedAsync(await client.GetAsync(new Uri($"{book.BookPath}/vouchers/yok", UriKind.Relative), Cancellation), HttpStatusCode.NotFound, "unknown-voucher");
        await LiveBook.RefusedAsync(await client.GetAsync(new Uri($"{book.BookPath}/vouchers/yok", UriKind.Relative), Cancellation), HttpStatusCode.TooManyRequests, "too-many-requests");
        await host.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Guessing_is_slow_and_does_not_lock_out_who_works()
    {
        using var book = await LiveBook.OpenAsync(app);
        using var host = await StartAsync(new AccessPaces(Callers: null, new Pace(1, 3)));
        using var works = Client(host, await book.IssueAsync("accountant"));
        await LiveBook.GetAsync(works, "/api/session");
        for (var n = 0; n < 5; n++)
        {
            using var guesser = Client(host, $"{n:D16}.{new string('0', 64)}");
            await LiveBook.RefusedAsync(await guesser.GetAsync(Session, Cancellation), n < 3 ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, n < 3 ? "unauthenticated" : "too-many-guesses");
        }

        // Who shows nothing guesses nothing.
        using var nobody = Client(host, key: null);
        await LiveBook.RefusedAsync(await nobody.GetAsync(Session, Cancellation), HttpStatusCode.Unauthorized, "unauthenticated");
        await LiveBook.GetAsync(works, "/api/session");
        await host.StopAsync(Cancellation);
    }

    private static async Task<IHost> StartAsync(AccessPaces paces) => await LiveApp.StartAsync((await Azurite.SharedAsync()).ConnectionString, TimeProvider.System, builder =>
    {
        builder.UseFunctionClasses(typeof(GetSession), typeof(GetHealth), typeof(GetVoucher));
        // For the limits time stands still, however long a busy machine takes.
        var clock = new SteppedClock();
        builder.Services.AddSingleton(new CallerLimit(paces, clock)).AddSingleton(new GuessLimit(paces, clock));
    });

    private static HttpClient Client(IHost host, string? key)
    {
        var client = new HttpClient { BaseAddress = host.GetLocalAddress() };
        if (key is not null)
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return client;
    }
}
