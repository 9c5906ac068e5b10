using System.Text.Json;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Register;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Functions.Keys;
using EDefter.Functions.Sample;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using EDefter.Tests.Workflow;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>Those who look after keys hear before one ends: by webhook, and by a line of the log that an alert reads.</summary>
public sealed class KeyEndingTests
{
    private const string Holder = "Nurgül Özışık";
    private static readonly Actor Admin = new("admin", "admin");
    private readonly Ground ground = new();
    private readonly WrittenLines<WatchKeys> log = new();

    private static CancellationToken Cancellation => CancellationToken.None;

    // Days are days in Türkiye.
    private DateOnly Today => DateOnly.FromDateTime(ground.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(3)).DateTime);

    [Fact]
    public async Task Each_step_to_its_end_is_told_once_however_often_anybody_looks()
    {
        await OpenAsync(HookEvents.KeyEnding);
        var key = await IssueAsync(Today.AddDays(40));
        await IssueAsync(expiresOn: null);
        for (var day = 0; day < 45; day++)
        {
            await NightAsync();
            await NightAsync();
            ground.Clock.Pass(TimeSpan.FromDays(1));
        }

        Assert.Equal([14, 3, 0], Messages().Select(message => message.GetProperty("daysLeft").GetInt32()));
        Assert.All(Messages(), message => Assert.Equal(
            ("key-ending", key.Id, $"{key.ExpiresOn:yyyy-MM-dd}", $"/api/companies/{Office.Firm}/keys"),
            (message.GetProperty("type").GetString(), message.GetProperty("key").GetString(), message.GetProperty("due").GetString(), message.GetProperty("links").GetProperty("keys").GetString())));
        Assert.Equal(["14", "3", "0"], log.Written.Select(line => line.Split(' ')[^3]));
        Assert.All(log.Written, line => Assert.StartsWith($"{WatchKeys.KeyEnding} {Office.Firm} {key.Id} is good until {key.ExpiresOn:yyyy-MM-dd}, ", line, StringComparison.Ordinal));
        var secret = key.Key[(key.Id.Length + 1)..];
        foreach (var told in Messages().Select(message => message.GetRawText()).Concat(log.Written))
            Assert.All((string[])[secret, Holder, JsonSerializer.Serialize(Holder).Trim('"')], hidden => Assert.DoesNotContain(hidden, told, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(15, null)]
    [InlineData(14, 14)]
    [InlineData(11, 11)]
    [InlineData(3, 3)]
    [InlineData(2, 2)]
    [InlineData(0, 0)]
    public async Task A_step_that_nobody_looked_on_is_told_by_the_next_look(int days, int? told)
    {
        await OpenAsync(HookEvents.KeyEnding);
        await IssueAsync(Today.AddDays(days));
        await NightAsync();
        Assert.Equal(told, Messages().Select(message => (int?)message.GetProperty("daysLeft").GetInt32()).SingleOrDefault());
    }

    [Fact]
    public async Task A_key_in_whose_place_another_one_works_is_not_told_and_is_as_soon_as_that_one_does_not()
    {
        await OpenAsync(HookEvents.KeyEnding);
        var key = await IssueAsync(Today.AddDays(10));
        var desk = ground.Start().Get<KeyDesk>();
        var second = (await desk.RotateAsync(Office.Firm, key.Id, KeyDesk.OverlapHoursMost, Today.AddDays(400), Cancellation)).Value!;
        var third = (await desk.RotateAsync(Office.Firm, second.Id, overlapHours: 0, Today.AddDays(400), Cancellation)).Value!;
        await NightAsync();
        Assert.Empty(Messages());
        Assert.True(await desk.RevokeAsync(Office.Firm, third.Id, Cancellation));
        await NightAsync();
        Assert.Equal([key.Id], Messages().Select(message => message.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task One_that_ended_or_was_revoked_is_not_told()
    {
        await OpenAsync(HookEvents.KeyEnding);
        await IssueAsync(Today);
        var revoked = await IssueAsync(Today.AddDays(5));
        await ground.Start().Get<KeyDesk>().RevokeAsync(Office.Firm, revoked.Id, Cancellation);
        ground.Clock.Pass(TimeSpan.FromDays(1));
        await NightAsync();
        Assert.Empty(Messages());
        Assert.Empty(log.Written);
    }

    [Fact]
    public async Task A_company_without_a_webhook_has_its_line_and_a_webhook_that_comes_later_hears_what_comes_later()
    {
        await SaveAsync();
        await IssueAsync(Today.AddDays(14));
        await NightAsync();
        Assert.Single(log.Written);
        ground.Clock.Pass(TimeSpan.FromDays(1));
        await OpenAsync(HookEvents.KeyEnding);
        await NightAsync();
        Assert.Empty(Messages());
        ground.Clock.Pass(TimeSpan.FromDays(10));
        await NightAsync();
        Assert.Equal([3], Messages().Select(message => message.GetProperty("daysLeft").GetInt32()));
    }

    [Fact]
    public async Task Killed_at_any_write_it_leaves_no_step_untold_and_the_webhook_hears_each_once()
    {
        for (var write = 1; ; write++)
        {
            var world = new KeyEndingTests();
            await world.OpenAsync(HookEvents.KeyEnding);
            await world.IssueAsync(world.Today.AddDays(14));
            await world.IssueAsync(world.Today.AddDays(2));
            var met = await Record.ExceptionAsync(() => world.NightAsync(new Instance(world.ground, new Fuse(write), new Invariants.Plant())));
            world.ground.Clock.Pass(HookPump.Lease + HookPump.Lease);
            await world.NightAsync();
            Assert.Equal([2L, 14L], world.ground.Receiver.Accepted.DistinctBy(request => request.Headers["EDefter-Event"], StringComparer.Ordinal).Select(DaysLeft).Order());
            Assert.True(world.log.Written.Distinct(StringComparer.Ordinal).Count() == 2, string.Join('\n', world.log.Written));
            if (met is null)
            {
                Assert.InRange(write, 5, 12);
                return;
            }

            Assert.IsType<KilledException>(met);
        }
    }

    private async Task OpenAsync(params string[] events)
    {
        await SaveAsync();
        var made = await ground.Start().Get<HookDesk>().PutAsync(Office.Firm, HookWorld.Hook, new HookChange("https://erp.example/edefter", events, Active: null), Admin, Cancellation);
        Assert.False(made.IsRefused, made.Refusal?.Detail);
    }

    private async Task SaveAsync()
    {
        var saved = await ground.Start().Get<CompanyRegister>().SaveAsync(SampleCompany.Company with { Id = Office.Firm, FiscalYears = [] }, Admin, Cancellation);
        Assert.False(saved.IsRefused, saved.Refusal?.Detail);
    }

    private async Task<IssuedKey> IssueAsync(DateOnly? expiresOn) => (await ground.Start().Get<KeyDesk>().IssueAsync(Office.Firm, "accountant", Holder, expiresOn, Cancellation)).Value!;

    // The nightly look, and what follows of it by itself.
    private async Task NightAsync(Instance? process = null)
    {
        process ??= ground.Start();
        await new WatchKeys(process.Get<KeyWatch>(), log).RunAsync(new TimerInfo(), Cancellation);
        await process.Get<HookRounds>().LookAsync(Office.Firm, Cancellation);
        await process.Get<HookPump>().RunAsync(Office.Firm, HookWorld.Hook, Cancellation);
    }

    private List<JsonElement> Messages() => [.. ground.Receiver.Got.Select(request => JsonSerializer.Deserialize<JsonElement>(request.Body.Span))];

    private static long DaysLeft(HookRequest request) => JsonSerializer.Deserialize<JsonElement>(request.Body.Span).GetProperty("daysLeft").GetInt64();
}
