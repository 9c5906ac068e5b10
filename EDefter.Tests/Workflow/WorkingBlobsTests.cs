using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Retention;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>What the nightly sweep takes away, and what it never does.</summary>
public sealed class WorkingBlobsTests
{
    [Theory]
    [InlineData(6, 2)]
    [InlineData(8, 1)]
    [InlineData(89, 1)]
    [InlineData(91, 0)]
    public async Task An_upload_goes_after_a_week_and_its_list_of_rejected_rows_after_a_quarter(int days, int left)
    {
        var ground = new Ground();
        ground.Blobs.ChangedAt = ground.Clock.GetUtcNow();
        foreach (var name in (string[])["deneme/0000/00112233445566778899aabbccddeeff", "deneme/0000/00112233445566778899aabbccddeeff.rejected.ndjson.gz"])
            ground.Blobs.Write(BlobArea.Uploads, name, [1]);
        foreach (var area in Enum.GetValues<BlobArea>().Where(area => area is not (BlobArea.Uploads or BlobArea.Backups)))
            ground.Blobs.Write(area, "deneme/0000/2015-01/eski", [1]);
        ground.Clock.Pass(TimeSpan.FromDays(days));
        var process = ground.Start();
        Assert.Equal(2 - left, await process.Get<WorkingBlobs>().SweepAsync(CancellationToken.None));
        Assert.Equal(left, await process.Get<IBlobs>().ListAsync(BlobArea.Uploads, string.Empty, CancellationToken.None).CountAsync(TestContext.Current.CancellationToken));
        foreach (var area in Enum.GetValues<BlobArea>().Where(area => area is not (BlobArea.Uploads or BlobArea.Backups)))
            Assert.True(await process.Get<IBlobs>().ExistsAsync(area, "deneme/0000/2015-01/eski", CancellationToken.None));
    }
}
