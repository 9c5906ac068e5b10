using System.Globalization;
using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Uploads;
using EDefter.Tests.Storage;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// An import is killed at every write and delivered again: the book, the trail, the answer and the list of rejected rows are those of an import that nobody
/// killed. The upload sends one voucher in three versions, so that a batch that ran twice would be seen.
/// </summary>
public sealed class UploadKillTests
{
    private const string Upload = "00112233445566778899aabbccddeeff";
    private static readonly BookId Book = new(Office.Firm, Branch.HeadOffice);
    private static readonly byte[] Sent = Ndjson();

    [Fact]
    public async Task An_import_killed_at_any_write_ends_as_if_nobody_had_died()
    {
        var life = Fuse.None;
        var unharmed = await LiveAsync(life);
        Assert.Contains("29 received, 26 stored, 0 unchanged, 3 rejected, 5 batches", unharmed);
        Assert.Equal(3, unharmed.Count(line => line.StartsWith("rejected satır ", StringComparison.Ordinal)));
        for (var writes = 1; writes <= life.Spent; writes++)
        {
            var state = await LiveAsync(new Fuse(writes));
            Assert.True(unharmed.SequenceEqual(state, StringComparer.Ordinal), $"killed after write {writes}: {BookState.Difference(unharmed, state)}");
        }
    }

    private static async Task<IReadOnlyList<string>> LiveAsync(Fuse fuse)
    {
        var ground = new Ground();
        await new Office(ground.Start()).OpenAsync();
        ground.Blobs.Write(BlobArea.Uploads, new UploadName(Book, Upload).Content, Sent);
        string result;
        try
        {
            result = await ImportAsync(new Instance(ground, fuse, new SmallBatches()));
        }
        catch (KilledException)
        {
            result = await ImportAsync(new Instance(ground, Fuse.None, new SmallBatches()));
        }

        return await SeenAsync(ground, result);
    }

    // Asked by the same people, in the words of the function.
    private static async Task<string> ImportAsync(Instance process)
    {
        var outcome = await process.ActAsync<UploadDesk>(desk => desk.AskImportAsync(Office.Firm, Branch.HeadOffice, Upload, "application/x-ndjson", profile: null, new Actor("erp", "key-1"), CancellationToken.None));
        Assert.False(outcome.IsRefused, outcome.Refusal?.Detail);
        return outcome.Value!;
    }

    private static async Task<IReadOnlyList<string>> SeenAsync(Ground ground, string result)
    {
        var process = ground.Start();
        var lines = new List<string>(await BookState.ReadAsync(process.Services, Office.Firm, Office.Year, CancellationToken.None)) { result };
        var read = WireJson.Read<ImportResult>(result);
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{read.Received} received, {read.Stored} stored, {read.Unchanged} unchanged, {read.RejectedCount} rejected, {read.Batches} batches"));
        var rejected = await process.Get<UploadDesk>().OpenRejectedAsync(Office.Firm, Branch.HeadOffice, Upload, CancellationToken.None);
        await foreach (var row in rejected.Value!)
            lines.Add($"rejected {row.At} {row.Code}");
        return lines;
    }

    // 29 rows: 24 vouchers over two months, one of them in three versions, and three rows that are none.
    private static byte[] Ndjson()
    {
        var text = new StringBuilder();
        for (var n = 0; n < 24; n++)
        {
            text.Append(Line(CleanVouchers.Json(CleanVouchers.Of($"v{n}", new DateOnly(2025, 1 + (n % 2), 1 + n), n + 1))));
            if (n is 7 or 15)
                text.Append(Line(CleanVouchers.Json(CleanVouchers.Of("v3", new DateOnly(2025, 2, 4), 1000 + n))));
            if (n is 5 or 11 or 23)
                text.Append("{ \"id\": \"\" }\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Line(string json) => json.ReplaceLineEndings(" ") + "\n";

    private sealed class SmallBatches : Plant
    {
        public override ImportOptions Import => new() { BatchMost = 6 };
    }
}
