using System.Net;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>
/// Law 4 with two processes, and no chance: the commit of one waits on its way to the storage until the other has written. Whoever came too late looks again, and nothing of either is
/// lost. Written whatever stands there by now, the late commit takes the heads back to where it found them.
/// </summary>
public sealed class OvertakenWriteTests(KillGround ground) : IClassFixture<KillGround>
{
    private static readonly string[] TooLate = ["urn:edefter:already-numbered", "urn:edefter:numbering-runs", "urn:edefter:revision-moved"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_post_that_was_overtaken_loses_nothing_of_the_other()
    {
        using var second = await StartSecondAsync();
        var here = await SmallBook.OpenAsync(ground);
        var there = here.Through(second);
        var (first, late, other, early) = (Voucher("ilk", "2025-01-09"), Voucher("geç", "2025-01-09"), Voucher("öteki", "2025-02-09"), Voucher("önce", "2025-01-09"));
        await here.PostAsync(first);
        await there.ListedAsync(SmallBook.January);
        var held = ground.Lines.Hold(write => write.Mentions(here.Company) && write.Mentions("commit|"));
        var overtaken = here.PostAsync(late);
        await held.Arrived.WaitAsync(Cancellation);
        // By then the held commit's own place in the trail is taken in another month, and its month has moved on: what would stop it is the ETags alone.
        await there.PostAsync(other);
        await there.PostAsync(early);
        held.Release();
        await overtaken;
        foreach (var reader in (SmallBook[])[here, there])
        {
            Assert.Equal(["geç", "ilk", "önce"], await reader.ListedAsync(SmallBook.January));
            Assert.Equal(["öteki"], await reader.ListedAsync("2025-02"));
        }

        await here.AssertLiveAsync(first, late, other, early);
    }

    [Fact]
    public async Task Numbers_that_were_overtaken_by_a_post_count_its_voucher_or_are_not_given()
    {
        var here = await SmallBook.OpenAsync(ground);
        await here.PostAsync(Voucher("ilk", "2025-01-09"));
        var held = ground.Lines.Hold(write => write.Mentions(here.Company) && write.Mentions("commit|") && write.Mentions("\"number\""));
        var overtaken = here.TryNumberAsync("Birinci Kişi");
        await held.Arrived.WaitAsync(Cancellation);
        using var second = await StartSecondAsync();
        var there = here.Through(second);
        await there.PostAsync(Voucher("öteki", "2025-02-09"));
        await there.PostAsync(Voucher("önce", "2025-01-09"));
        held.Release();
        var (status, answer) = await overtaken;
        var last = status == HttpStatusCode.OK ? answer.GetProperty("last").GetInt32() : 0;
        if (status != HttpStatusCode.OK)
        {
            Assert.Equal(HttpStatusCode.Conflict, status);
            Assert.Contains(answer.GetProperty("type").GetString(), TooLate);
            last = await here.NumberAsync();
        }

        Assert.Equal(2, last);
        await here.AssertKeptAsync();
    }

    [Fact]
    public async Task Of_two_people_who_number_at_once_one_has_the_numbers()
    {
        using var second = await StartSecondAsync();
        var here = await SmallBook.OpenAsync(ground);
        await here.PostAsync(Voucher("ilk", "2025-01-09"));
        var outcomes = await Task.WhenAll(here.TryNumberAsync("Birinci Kişi"), here.Through(second).TryNumberAsync("İkinci Kişi"));
        Assert.Single(outcomes, outcome => outcome.Status == HttpStatusCode.OK);
        var refused = outcomes.Single(outcome => outcome.Status != HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains(refused.Answer.GetProperty("type").GetString(), TooLate);
    }

    private static EDefter.Core.Vouchers.Voucher Voucher(string id, string day) => CleanVouchers.Of(id, DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 100m);

    private async Task<MortalApp> StartSecondAsync()
    {
        var second = new MortalApp(ground.Storage);
        await second.StartAsync(Cancellation);
        return second;
    }
}
