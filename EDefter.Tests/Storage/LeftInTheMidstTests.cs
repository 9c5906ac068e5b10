using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Companies;
using EDefter.Storage.Jobs;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;
using EDefter.Tests.Invariants.Mutants;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>A blob that is named by its content is never written a second time: so whoever leaves while it is written must not leave half of it behind for everybody.</summary>
public sealed class LeftInTheMidstTests
{
    private static readonly ChartOfAccounts Chart = new([new ChartAccount { Code = "770.01", Name = "GENEL YÖNETİM GİDERLERİ" }], isComplete: true);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_chart_whose_sender_left_is_whole_when_it_is_sent_again()
    {
        using var leaving = new CancellationTokenSource();
        var companies = new TableCompanies(new MemoryTable(), new Leaving(leaving, new MemoryBlobs().Open(Fuse.None)));
        await Record.ExceptionAsync(() => companies.SaveChartAsync("deneme", Chart, version: null, leaving.Token));
        var stored = await companies.FindChartAsync("deneme", Cancellation);
        Assert.True(await companies.SaveChartAsync("deneme", Chart, stored?.Version, Cancellation));
        Assert.Equal(Chart.Accounts, (await companies.FindChartAsync("deneme", Cancellation))!.Value.Accounts);
    }

    [Fact]
    public async Task A_large_request_whose_sender_left_is_whole_when_it_is_sent_again()
    {
        using var leaving = new CancellationTokenSource();
        var texts = new JobTexts(new Leaving(leaving, new MemoryBlobs().Open(Fuse.None)));
        var text = new string('ş', JobTexts.InlineMost + 1);
        var job = new Job { Id = "1", Kind = "check", Company = "deneme", Branch = Branch.HeadOffice, Request = text, Actor = new Actor("Ayşe Yılmaz", "key-1") };
        await Record.ExceptionAsync(() => texts.PutAsync(job, text, new TableRow("jobs", "1"), "RequestBlob", leaving.Token));
        var row = new TableRow("jobs", "1");
        var kept = await texts.PutAsync(job, text, row, "RequestBlob", Cancellation);
        Assert.Equal(text, await texts.GetAsync(kept, row, "RequestBlob", Cancellation));
    }

    /// <summary>Whoever writes leaves when the blob was begun.</summary>
    private sealed class Leaving(CancellationTokenSource source, IBlobs inner) : BlobsDecorator(inner)
    {
        public override async Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken)
        {
            var stream = await base.CreateAsync(area, name, contentType, cancellationToken);
            await source.CancelAsync();
            return stream;
        }
    }
}
