using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Webhooks;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Webhooks;

/// <summary>A hook gets its events in order, one after the other, at least once, and nobody sends beside anybody else.</summary>
public sealed class HookPumpTests
{
    private const string Given = HookEvents.NumbersGiven;

    [Fact]
    public async Task Events_come_in_order_and_those_that_nobody_asked_for_are_passed_by()
    {
        var world = await new HookWorld().OpenAsync(Given, HookEvents.RepairsApplied, HookEvents.MonthFiled, HookEvents.DeadlineNear);
        await world.RunAsync();
        Assert.Equal([1L, 3L], world.Receiver.Got.Select(ScriptedReceiver.PlaceOf));
        Assert.Equal((4L, null), ((await world.StateAsync()).After, (await world.StateAsync()).Owner));
        Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal((HookDeliveryState.Delivered, 1), (delivery.State, delivery.Attempts)));
        await world.RunAsync();
        Assert.Equal(2, world.Receiver.Got.Count);
    }

    [Fact]
    public async Task What_fails_holds_up_what_comes_after_it_and_is_tried_at_fixed_times()
    {
        var world = await new HookWorld().OpenAsync(Given, Given);
        world.Receiver.Answer = request => request.Headers["EDefter-Attempt"] is "3" ? new HookAnswer(HookOutcome.Accepted, 204) : ScriptedReceiver.PlaceOf(request) == 2 ? new HookAnswer(HookOutcome.Accepted, 200) : new HookAnswer(HookOutcome.Refused, 500);
        await world.RunAsync();
        Assert.Equal(TimeSpan.FromSeconds(10), Assert.Single(world.Mail.Messages).Delay);
        // A message that comes too early changes nothing.
        await world.RunAsync();
        Assert.Single(world.Receiver.Got);
        world.Clock.Pass(TimeSpan.FromSeconds(10));
        await world.RunAsync();
        Assert.Equal([1L, 1L], world.Receiver.Got.Select(ScriptedReceiver.PlaceOf));
        Assert.Equal(TimeSpan.FromSeconds(30), world.Mail.Messages[^1].Delay);
        world.Clock.Pass(TimeSpan.FromSeconds(30));
        await world.RunAsync();
        Assert.Equal([1L, 1L, 1L, 2L], world.Receiver.Got.Select(ScriptedReceiver.PlaceOf));
        Assert.Single(world.Receiver.Got.Take(3).Select(request => Convert.ToHexString(request.Body.Span)).Distinct());
        Assert.Equal(["1", "2", "3", "1"], world.Receiver.Got.Select(request => request.Headers["EDefter-Attempt"]));
    }

    [Fact]
    public async Task A_receiver_says_how_long_it_wants_to_be_left_alone()
    {
        var world = await new HookWorld().OpenAsync(Given);
        world.Receiver.Answer = _ => new HookAnswer(HookOutcome.Refused, 429, TimeSpan.FromMinutes(7));
        await world.RunAsync();
        Assert.Equal(TimeSpan.FromMinutes(7), Assert.Single(world.Mail.Messages).Delay);
        world.Clock.Pass(TimeSpan.FromMinutes(7));
        world.Receiver.Answer = _ => new HookAnswer(HookOutcome.Refused, 429, TimeSpan.FromDays(30));
        await world.RunAsync();
        Assert.Equal(HookPace.PauseMost, world.Mail.Messages[^1].Delay);
    }

    [Fact]
    public async Task After_its_last_try_an_event_is_dead_for_everybody_to_see_and_comes_again_when_a_person_asks()
    {
        var world = await new HookWorld().OpenAsync(Given, Given);
        world.Receiver.Answer = request => ScriptedReceiver.PlaceOf(request) == 1 ? new HookAnswer(HookOutcome.TimedOut) : new HookAnswer(HookOutcome.Accepted, 200);
        for (var attempt = 1; attempt <= HookPace.TriesMost; attempt++)
        {
            Assert.Equal(0, (await world.StateAsync()).After);
            await world.RunAsync();
            world.Clock.Pass(world.Mail.Messages[^1].Delay);
        }

        Assert.Equal([(1L, HookDeliveryState.Dead, HookPace.TriesMost), (2L, HookDeliveryState.Delivered, 1)], (await world.DeliveriesAsync()).Select(delivery => (delivery.N, delivery.State, delivery.Attempts)));
        Assert.All((await world.DeliveriesAsync())[0].Tries, attempt => Assert.Equal((HookOutcome.TimedOut, null), (attempt.Outcome, attempt.Status)));

        await world.Webhooks.AskAgainAsync(HookWorld.Company, HookWorld.Hook, n: 1, CancellationToken.None);
        await world.RunAsync();
        Assert.Equal((HookDeliveryState.Dead, HookPace.TriesMost + 1), ((await world.DeliveriesAsync())[0].State, (await world.DeliveriesAsync())[0].Attempts));
        Assert.Null(await world.Webhooks.FindAskedAsync(HookWorld.Company, HookWorld.Hook, CancellationToken.None));
        world.Receiver.Answer = _ => new HookAnswer(HookOutcome.Accepted, 200);
        await world.Webhooks.AskAgainAsync(HookWorld.Company, HookWorld.Hook, n: 1, CancellationToken.None);
        await world.RunAsync();
        Assert.Equal(HookDeliveryState.Delivered, (await world.DeliveriesAsync())[0].State);
        Assert.Single(world.Receiver.Got.Where(request => ScriptedReceiver.PlaceOf(request) == 1).Select(request => request.Headers["EDefter-Event"]).Distinct());
        Assert.Equal(2, (await world.StateAsync()).After);
    }

    [Fact]
    public async Task A_receiver_that_was_away_for_a_week_is_not_waited_for_a_day_for_each_event()
    {
        var world = await new HookWorld().OpenAsync([.. Enumerable.Repeat(Given, 30)]);
        world.Clock.Pass(TimeSpan.FromDays(7));
        world.Receiver.Answer = _ => new HookAnswer(HookOutcome.Unreachable);
        await world.RunAsync();
        Assert.Equal(30, (await world.DeliveriesAsync()).Count(delivery => delivery is { State: HookDeliveryState.Dead, Attempts: 1 }));
    }

    [Fact]
    public async Task A_hook_that_rests_loses_nothing_and_one_that_is_gone_gets_nothing()
    {
        var world = await new HookWorld().OpenAsync(Given, Given);
        await world.SaveAsync(hook => hook with { Active = false });
        await world.RunAsync();
        Assert.Empty(world.Receiver.Got);
        await world.SaveAsync(hook => hook with { Active = true });
        await world.RunAsync();
        Assert.Equal([1L, 2L], world.Receiver.Places);
        await world.AddAsync(Given);
        await world.SaveAsync(hook => hook with { DeletedAt = world.Clock.GetUtcNow() });
        await world.RunAsync();
        Assert.Equal(2, world.Receiver.Got.Count);
    }

    [Fact]
    public async Task While_one_sends_another_does_not_and_takes_over_when_the_first_is_dead()
    {
        var world = await new HookWorld().OpenAsync(Given);
        var besides = 0;
        world.Receiver.Meanwhile = async () =>
        {
            world.Receiver.Meanwhile = () => Task.CompletedTask;
            world.Clock.Pass(HookPump.Lease - TimeSpan.FromSeconds(1));
            await world.RunAsync();
            besides = world.Receiver.Got.Count;
            throw new KilledException();
        };
        await Assert.ThrowsAsync<KilledException>(world.RunAsync);
        Assert.Equal(1, besides);
        world.Clock.Pass(TimeSpan.FromSeconds(1));
        await world.RunAsync();
        Assert.Equal([1L], world.Receiver.Places);
        var delivery = Assert.Single(await world.DeliveriesAsync());
        Assert.Equal([HookOutcome.Interrupted, HookOutcome.Accepted], delivery.Tries.Select(attempt => attempt.Outcome));
        Assert.Equal(["1", "2"], world.Receiver.Got.Select(request => request.Headers["EDefter-Attempt"]));
    }

    [Fact]
    public async Task A_sender_that_was_taken_for_dead_writes_nothing_any_more()
    {
        var world = await new HookWorld().OpenAsync(Given, Given);
        world.Receiver.Meanwhile = async () =>
        {
            world.Receiver.Meanwhile = () => Task.CompletedTask;
            world.Clock.Pass(HookPump.Lease + TimeSpan.FromSeconds(1));
            await world.RunAsync();
        };
        await world.RunAsync();
        Assert.Equal([1L, 1L, 2L], world.Receiver.Got.Select(ScriptedReceiver.PlaceOf));
        Assert.Equal([2, 1], (await world.DeliveriesAsync()).Select(delivery => delivery.Attempts));
        Assert.Equal((2L, null), ((await world.StateAsync()).After, (await world.StateAsync()).Owner));
    }

    [Fact]
    public async Task Killed_after_any_write_it_loses_no_event_and_keeps_the_order()
    {
        for (var write = 1; ; write++)
        {
            var world = await new HookWorld().OpenAsync(Given, Given, Given);
            world.Receiver.Answer = request => ScriptedReceiver.PlaceOf(request) == 2 && request.Headers["EDefter-Attempt"] == "1" ? new HookAnswer(HookOutcome.Refused, 503) : new HookAnswer(HookOutcome.Accepted, 200);
            var fuse = new Fuse(write);
            var met = await Record.ExceptionAsync(() => world.Pump(new FusedTable(world.Table, fuse)).RunAsync(HookWorld.Company, HookWorld.Hook, CancellationToken.None));
            for (var look = 0; look < 4; look++)
            {
                world.Clock.Pass(TimeSpan.FromMinutes(1));
                await world.RunAsync();
            }

            Assert.Equal([1L, 2L, 3L], world.Receiver.Places);
            Assert.All(await world.DeliveriesAsync(), delivery => Assert.Equal(HookDeliveryState.Delivered, delivery.State));
            if (met is null)
            {
                Assert.InRange(write, 5, 20);
                return;
            }

            Assert.IsType<KilledException>(met);
        }
    }

    [Fact]
    public async Task Both_secrets_sign_while_they_change_and_only_the_new_one_afterwards()
    {
        var world = await new HookWorld().OpenAsync(Given, Given);
        var (old, renewed) = (world.Secrets.Of(HookWorld.Company, HookWorld.Hook, 1), world.Secrets.Of(HookWorld.Company, HookWorld.Hook, 2));
        Assert.NotEqual(old, renewed);
        await world.SaveAsync(hook => hook with { SecretVersion = 2, SecretHash = ContentHash.Of(renewed), PreviousUntil = world.Clock.GetUtcNow().AddHours(1) });
        await world.RunAsync();
        Assert.All(world.Receiver.Got, request => Assert.Equal(HookSignature.Of([renewed, old], world.Clock.GetUtcNow(), request.Body.Span), request.Headers[HookSignature.Header]));
        world.Clock.Pass(TimeSpan.FromHours(1));
        await world.AddAsync(Given);
        await world.RunAsync();
        Assert.Equal(HookSignature.Of([renewed], world.Clock.GetUtcNow(), world.Receiver.Got[^1].Body.Span), world.Receiver.Got[^1].Headers[HookSignature.Header]);
    }

    [Fact]
    public async Task Under_another_key_of_the_server_nothing_goes_out_with_a_wrong_signature()
    {
        var world = await new HookWorld().OpenAsync(Given);
        var other = new HookPump(world.Webhooks, world.Receiver, world.Mail, new HookSecrets(HookMasterKey.From(new string('f', 32))), count => new byte[count], world.Clock, new NoWatch());
        await other.RunAsync(HookWorld.Company, HookWorld.Hook, CancellationToken.None);
        Assert.Empty(world.Receiver.Got);
        Assert.Equal(HookOutcome.SecretLost, Assert.Single(Assert.Single(await world.DeliveriesAsync()).Tries).Outcome);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("0123456789abcdef0123456789abcde", true)]
    [InlineData("0123456789abcdef0123456789abcdef", false)]
    public void A_key_that_is_too_short_is_none(string? configured, bool isMissing) => Assert.Equal(isMissing, new HookSecrets(HookMasterKey.From(configured)).AreMissing);

    [Fact]
    public void Every_company_hook_and_version_has_a_secret_of_its_own()
    {
        var secrets = new HookSecrets(HookMasterKey.From(HookWorld.ServerKey));
        string[] all = [.. from company in (string[])["a", "b", "a-b"] from hook in (string[])["a", "b", "b-1"] from version in (int[])[1, 2, 11] select secrets.Of(company, hook, version)];
        Assert.Equal(27, all.Distinct().Count());
        Assert.All(all, secret => Assert.Matches("^[0-9a-f]{64}$", secret));
    }
}
