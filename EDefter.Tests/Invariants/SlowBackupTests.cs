using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>A fiscal year's vouchers are one text, and take minutes to write and to read back: whoever works on them is never silent for so long that he is taken for dead, and begun anew for ever.</summary>
public sealed class SlowBackupTests
{
    private const string Upload = "00112233445566778899aabbccddeeff";
    private static readonly TimeSpan OfARow = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan OfATransaction = TimeSpan.FromSeconds(70);
    private static readonly Actor Admin = new("Nurgül Özışık", "admin");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_and_its_restore_are_heard_of_however_long_they_take()
    {
        var ground = new Ground();
        var office = await new Office(ground.Start()).OpenAsync();
        await office.PostAsync([.. Enumerable.Range(0, 360).Select(n => CleanVouchers.Of($"v{n}", new DateOnly(2025, 1, 1).AddDays(n), 1m))]);
        var reading = new SlowBooks(ground);
        var made = await ground.Start(reading).ActAsync<BackupDesk>(desk => desk.AskAsync(Office.Firm, Admin, idempotencyKey: null, Cancellation));
        AssertHeard(reading, made);

        var other = new Ground();
        other.Blobs.Write(BlobArea.Uploads, BackupDesk.UploadOf(Office.Firm, Upload), ground.Blobs.Read(BlobArea.Backups, BackupDesk.NameOf(Office.Firm, WireJson.Read<BackupView>(made.Value!).Id)));
        var writing = new SlowBooks(other);
        AssertHeard(writing, await other.Start(writing).ActAsync<BackupDesk>(desk => desk.AskRestoreAsync(Office.Firm, Upload, Admin, Cancellation)));
        Assert.Equal(360, (await new Office(other.Start()).LiveAsync()).Count);
    }

    private static void AssertHeard(SlowBooks books, Outcome<string> outcome)
    {
        Assert.False(outcome.IsRefused, outcome.Refusal?.Detail);
        Assert.True(books.Took > 2 * JobDesk.StaleAfter, $"It took {books.Took} only: the law was not tried.");
        Assert.True(books.Silence < JobDesk.StaleAfter, $"Nobody heard of it for {books.Silence}.");
    }

    // Time passes with each chunk that is read, and with each transaction of chunks that is written.
    private sealed class SlowBooks(Ground ground) : Plant
    {
        public TimeSpan Took { get; private set; }

        /// <summary>The longest time in which nobody heard of the job that runs.</summary>
        public TimeSpan Silence { get; private set; }

        public override ITable Table(ITable table) => new Slow(this, table);

        private void Pass(TimeSpan time)
        {
            ground.Clock.Pass(time);
            Took += time;
            var now = ground.Clock.GetUtcNow();
            foreach (var job in ground.Jobs.All.Where(static job => job.State == JobState.Running))
                Silence = now - job.TouchedAt > Silence ? now - job.TouchedAt : Silence;
        }

        private sealed class Slow(SlowBooks books, ITable inner) : TableDecorator(inner)
        {
            public override async IAsyncEnumerable<TableRow> QueryAsync(TableRange range, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
            {
                await foreach (var row in base.QueryAsync(range, cancellationToken))
                {
                    if (IsChunk(row))
                        books.Pass(OfARow);
                    yield return row;
                }
            }

            public override Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
            {
                if (IsChunk(actions[0].Row))
                    books.Pass(OfATransaction);
                return base.SubmitAsync(actions, cancellationToken);
            }

            private static bool IsChunk(TableRow row) => row.Key.StartsWith("chunk|", StringComparison.Ordinal);
        }
    }
}
