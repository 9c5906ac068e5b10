using System.Globalization;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Changes;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Receiving;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>An ERP that posts new vouchers and changed ones, moves them between days, months and fiscal years, deletes, and follows its feed.</summary>
/// <param name="world">Its world.</param>
/// <param name="number">Its vouchers are its own: their ids begin with it.</param>
internal sealed class Erp(World world, int number) : Person(world, string.Create(CultureInfo.InvariantCulture, $"ERP-{number}"))
{
    private static readonly DateOnly?[] Days =
    [
        new(2024, 12, 5), new(2024, 12, 30), new(2025, 1, 3), new(2025, 1, 3), new(2025, 1, 17), new(2025, 1, 31), new(2025, 2, 10), new(2025, 2, 28), null,
    ];

    private static readonly string[] Kinds = ["tahsil", "tediye", "mahsup"];

    // Vouchers that both ERPs send, all of one fiscal year: two first posts of one id into two years may both stay until its next post, which is known and not mended.
    private const int Shared = 9;

    private readonly Dictionary<string, Voucher> mine = new(StringComparer.Ordinal);

    /// <summary>Sends everything again; what lies without a date gets one in a month that is open.</summary>
    public Task SettleAsync()
    {
        var open = Days.FirstOrDefault(day => day is { } date && !World.Model.Numbered.ContainsKey(date.ToString("yyyy-MM", CultureInfo.InvariantCulture)));
        return mine.Count == 0 ? Task.CompletedTask : PostAsync([.. mine.Values.Select(voucher => IsUndated(voucher) ? Draw(voucher.Id, open) : voucher)]);
    }

    private bool IsUndated(Voucher voucher) => voucher.Date.Value is null || (World.Model.Live.TryGetValue(voucher.Id, out var live) && live.Now.Date.Value is null);

    protected override Task ActAsync() => Random.Next(10) switch
    {
        < 7 => PostAsync(DrawPost()),
        7 when mine.Count > 0 => DeleteAsync(mine.Keys.ElementAt(Random.Next(mine.Count))),
        _ => FollowFeedAsync(),
    };

    private async Task PostAsync(IReadOnlyList<Voucher> vouchers)
    {
        var by = NextName();
        var key = Random.Next(2) == 0 ? by : null;
        foreach (var voucher in vouchers)
            mine[voucher.Id] = voucher;
        World.Model.WillPost(by, vouchers);
        var attempts = 0;
        var answer = Expect(await AskAsync<VoucherReception, Outcome<AppendResult>>(reception =>
        {
            attempts++;
            return reception.ReceiveAsync(Company, Branch, SampleJourney.Rows(vouchers), ActorOf(by), key, Cancellation);
        }));
        World.Model.HasPosted(by);
        Assert.Equal(vouchers.Count, answer.Received);
        Assert.Equal(answer.Received, answer.Stored + answer.Unchanged + answer.Rejected.Count);
        Assert.All(answer.Rejected, row => Assert.Equal("month-sealed", row.Code));
        // An answer that was lost is told again by the key; without one, what was stored the first time is unchanged the second.
        var stored = World.Model.StoredFor(by);
        Assert.True(key is null && attempts > 1 ? answer.Stored <= stored : answer.Stored == stored, $"{by} was told of {answer.Stored} stored vouchers after {attempts} attempts, {stored} are");
    }

    private async Task DeleteAsync(string id)
    {
        var by = NextName();
        World.Model.WillDelete(by, id);
        var answer = await AskAsync<VoucherReception, Outcome<AppendResult>>(reception => reception.DeleteAsync(Company, Branch, id, ActorOf(by), Cancellation));
        Assert.True(!answer.IsRefused || answer.Refusal.Type is "unknown-voucher" or "month-sealed", answer.Refusal?.Type);
        if (!World.Model.Live.ContainsKey(id))
            mine.Remove(id);
    }

    private async Task FollowFeedAsync()
    {
        var page = Expect(await AskAsync<ChangeFeed, Outcome<FeedPage>>(feed => feed.ReadAsync(Company, Branch, after: null, 1 + Random.Next(8), Cancellation)));
        Assert.True(page.Items.Select(item => item.Seq).SequenceEqual(page.Items.Select(item => item.Seq).Distinct()), "a change stands twice in a page");
        if (page.Items.Count > 0)
            Expect(await AskAsync<FeedAcknowledgement, Outcome<FeedCursor>>(acknowledgement => acknowledgement.SayAsync(Company, Branch, page.Next, items: null, ActorOf(NextName()), Cancellation)));
    }

    private List<Voucher> DrawPost()
    {
        var post = new Dictionary<string, Voucher>(StringComparer.Ordinal);
        for (var n = Random.Next(5); n >= 0; n--)
        {
            var isShared = Random.Next(4) == 0;
            var id = string.Create(CultureInfo.InvariantCulture, $"{(isShared ? Shared : number)}{1 + Random.Next(isShared ? 4 : 12):00}");
            // Now and then the very same again.
            post[id] = Random.Next(5) == 0 && mine.TryGetValue(id, out var before) ? before : Draw(id, isShared ? Days[2 + Random.Next(6)] : Days[Random.Next(Random.Next(4) == 0 ? Days.Length : Days.Length - 1)]);
        }

        return [.. post.Values];
    }

    private Voucher Draw(string id, DateOnly? day)
    {
        var voucher = CleanVouchers.Of(id, day ?? new DateOnly(2025, 1, 3), 1 + Random.Next(500), Kinds[Random.Next(Kinds.Length)]);
        if (day is null)
            voucher = voucher with { Date = DateField.Parse("bozuk") };
        return Random.Next(3) == 0 ? CleanVouchers.Faulty(voucher) : voucher;
    }
}
