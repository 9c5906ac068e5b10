using System.Globalization;
using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Log;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>Random lives of a book against a dictionary that does the same: post, delete, repair, undo, number, un-number, gather, settle, killed or not, by changing processes.</summary>
public sealed class VoucherLogModelTests
{
    private static readonly string[] Dates = ["2024-11-30", "2024-12-31", "2025-01-03", "2025-01-03", "2025-01-04", "2025-02-10", "2026-05-05", "bozuk"];

    private static readonly Gen<Act> Acts = Gen.Select(
        Gen.Int[0, 99],
        Gen.Select(Gen.Int[1, 6], Gen.Int[0, 7], Gen.Int[1, 3]).Array[1, 5],
        Gen.Int[0, 40],
        Gen.Int[0, 2],
        (what, vouchers, dies, process) => new Act(what, vouchers, dies, process));

    [Fact]
    public void A_book_says_what_a_dictionary_says() => Acts.Array[1, 14].Sample(acts => LiveAsync(acts).GetAwaiter().GetResult(), iter: 120, threads: 1);

    [DeepFact]
    public void A_book_says_what_a_dictionary_says_for_long() => Acts.Array[10, 40].Sample(acts => LiveAsync(acts).GetAwaiter().GetResult(), iter: 2_000, threads: 2);

    private static async Task LiveAsync(Act[] acts)
    {
        var world = new LogWorld();
        var table = new MemoryTable();
        var model = new BookModel(world.Company);
        var processes = Enumerable.Range(0, 3).Select(_ => world.Open(table, new VoucherLogOptions { Pause = TimeSpan.Zero, LooseChunksMax = -1_000_000 })).ToArray();
        foreach (var act in acts)
        {
            var log = processes[act.Process];
            var vouchers = act.Vouchers.Select(v => LogWorld.Voucher("v" + v.Id.ToString(CultureInfo.InvariantCulture), Dates[v.Date], v.Amount)).ToArray();
            switch (act.What)
            {
                case < 55:
                    await PostAsync(world, table, log, model, act, vouchers);
                    break;
                case < 68:
                    Assert.Equal(model.Delete(vouchers[0].Id), Stored(await log.DeleteAsync(world.Request(CommitKind.Deletion), vouchers[0].Id, CancellationToken.None)));
                    break;
                case < 80:
                    await RepairAsync(world, log, model, vouchers[0], CommitKind.Repair);
                    break;
                case < 86 when model.ErpVersion(vouchers[0].Id) is { } sent:
                    await RepairAsync(world, log, model, sent, CommitKind.Undo);
                    break;
                case < 94:
                    var period = new Period(2025, 1);
                    Assert.False((model.Toggle(period) ? await world.NumberAsync(log, period) : await world.UnnumberAsync(log, period)).IsRefused);
                    break;
                case < 97:
                    await log.CompactAsync(world.Book, LogWorld.Year2025, new Period(2025, 1), default, CancellationToken.None);
                    break;
                default:
                    await log.SettleDrawerAsync(world.Request(), CancellationToken.None);
                    break;
            }

            foreach (var reader in processes.Append(world.Open(table)))
                LogInvariants.AssertSame(model.Live, await LogState.ReadAsync(world, reader));
        }
    }

    private static async Task PostAsync(LogWorld world, MemoryTable table, VoucherLog log, BookModel model, Act act, Voucher[] vouchers)
    {
        var request = world.Request(key: "post " + Guid.NewGuid().ToString("N"));
        // One act in four is cut off somewhere and sent again.
        if (act.Dies is > 0 and <= 10)
        {
            try
            {
                await world.Open(new DyingTable(table, act.Dies)).AppendAsync(request, LogWorld.Rows(vouchers), CancellationToken.None);
            }
            catch (KilledException)
            {
                await LogState.ReadAsync(world, world.Open(table));
            }
        }

        var result = await log.AppendAsync(request, LogWorld.Rows(vouchers), CancellationToken.None);
        var expected = model.Post(vouchers);
        Assert.Equal(vouchers.Length, result.Stored + result.Unchanged + result.Rejected.Count);
        Assert.Equal(expected.Rejected, result.Rejected.Count);
        if (act.Dies is (0 or > 10))
            Assert.Equal((expected.Stored, expected.Superseded), (result.Stored, result.SupersededRepairs.Count));
    }

    private static async Task RepairAsync(LogWorld world, VoucherLog log, BookModel model, Voucher voucher, CommitKind kind)
    {
        var result = await LogWorld.SendAsync(log, world.Request(kind), voucher);
        Assert.Equal(model.Repair(voucher), Stored(result));
    }

    private static bool? Stored(AppendResult? result) => result is null ? null : result.Stored == 1;

    private sealed record Act(int What, (int Id, int Date, int Amount)[] Vouchers, int Dies, int Process)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"\n{What} [{string.Join(", ", Vouchers)}] dies {Dies} in {Process}");
    }
}
