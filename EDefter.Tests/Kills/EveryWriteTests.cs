using System.Diagnostics;
using System.Globalization;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>
/// Law 3, write by write: a real process dies by SIGKILL after its first write that stands, another after its second, and so on until an act has no writes left to die
/// after. While nobody lives, and once more in the end, everything that the book's rows claim must stand.
/// </summary>
public sealed class EveryWriteTests(KillGround ground) : IClassFixture<KillGround>
{
    // Chunks in two transactions, the commit, the audit record: a walk that ended sooner has not killed anybody where it counts.
    private const int PostWritesLeast = 4;
    private const int ActWritesMost = 60;

    [Fact]
    public async Task A_post_is_there_whole_or_not_at_all()
    {
        var write = 1;
        while (await DiesAfterAsync(write))
            Assert.InRange(++write, 1, ActWritesMost);
        TestContext.Current.TestOutputHelper?.WriteLine($"killed after each of {write - 1} writes");
        Assert.InRange(write, PostWritesLeast + 1, ActWritesMost);

        async Task<bool> DiesAfterAsync(int write)
        {
            var book = await SmallBook.OpenAsync(ground);
            var hasDied = await KilledAsync(book, write, () => book.PostAsync(SmallBook.Vouchers));
            await book.AssertLiveAsync(SmallBook.Vouchers);
            return hasDied;
        }
    }

    [Fact]
    public async Task An_archive_that_a_row_names_stands()
    {
        var book = await SmallBook.OpenAsync(ground);
        await book.PostAsync(SmallBook.Vouchers);
        await book.NumberAsync();
        ground.Lines.After(1, write => write.Mentions(book.Company) && write.Mentions("note|archive|"), ground.App.KillAsync);
        await book.ArchiveAsync();
        Assert.True(ground.Lines.Calm());
        await book.AssertKeptAsync();
    }

    /// <summary>The acts of a month that commit something, each interrupted after the same count of its writes. <c>EDEFTER_KILL_WRITE</c> tries one count alone.</summary>
    [DeepFact]
    public async Task A_month_is_whole_whichever_write_of_its_acts_was_the_last()
    {
        if (int.TryParse(Environment.GetEnvironmentVariable("EDEFTER_KILL_WRITE"), NumberStyles.None, CultureInfo.InvariantCulture, out var only))
        {
            await LiveAsync(only);
            return;
        }

        var write = 1;
        while (await LiveAsync(write) > 0)
            Assert.InRange(++write, 1, ActWritesMost);
        Assert.InRange(write, 2 * PostWritesLeast, ActWritesMost);
    }

    private async Task<int> LiveAsync(int write)
    {
        var book = await SmallBook.OpenAsync(ground);
        var faulty = SmallBook.Vouchers.Select((voucher, n) => n % 2 == 0 ? CleanVouchers.Faulty(voucher) : voucher).ToList();
        await book.PostAsync(faulty);
        await book.PlanAsync();
        var interrupted = new List<string>();
        foreach (var (name, act) in ((string Name, Func<Task> Do)[])[("apply", book.ApplyAsync), ("post", () => book.PostAsync(SmallBook.Vouchers)), ("number", book.NumberAsync), ("archive", book.ArchiveAsync)])
        {
            var since = Stopwatch.GetTimestamp();
            try
            {
                if (await KilledAsync(book, write, act))
                    interrupted.Add(name);
            }
            catch (Exception broken) when (broken is not OperationCanceledException)
            {
                throw new InvalidOperationException($"EDEFTER_DEEP=1 EDEFTER_KILL_WRITE={write}: {name}: {broken.Message}", broken);
            }

            TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"write {write}, {name}: {Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s"));
        }

        await book.AssertLiveAsync(SmallBook.Vouchers);
        Assert.Equal(SmallBook.Vouchers.Count(voucher => voucher.Date.Value is { Month: 1 }), await book.NumberAsync());
        TestContext.Current.TestOutputHelper?.WriteLine($"after write {write}: {string.Join(", ", interrupted)}");
        return interrupted.Count;
    }

    /// <returns>Whether there were so many writes.</returns>
    private async Task<bool> KilledAsync(SmallBook book, int writes, Func<Task> act)
    {
        ground.Lines.After(writes, write => write.Mentions(book.Company), ground.App.KillAsync);
        await act();
        return ground.Lines.Calm();
    }
}
