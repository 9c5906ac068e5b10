using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Changes;
using EDefter.Core.Workflow.Numbers;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Storage.Jobs;
using EDefter.Storage.Log;
using EDefter.Storage.Tables;
using EDefter.Tests.Invariants;
using EDefter.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>Reads the storage past all processes and all weather, and holds what it says against the model.</summary>
internal sealed class Auditor(World world, Company company)
{
    private static readonly BookId Book = new(Person.Company, Branch.HeadOffice);

    private static CancellationToken Cancellation => CancellationToken.None;

    /// <summary>The live vouchers, and what the books say of themselves: at any moment, whoever is in the middle of whatever.</summary>
    public async Task ReadBooksAsync()
    {
        var services = Open();
        var expected = new SortedDictionary<string, string>(world.Model.Live.ToDictionary(pair => pair.Key, pair => CleanVouchers.Json(pair.Value.Now)), StringComparer.Ordinal);
        LogInvariants.AssertSame(expected, await LogState.ReadAsync(new LogWorld { Company = company }, services.GetRequiredService<IVoucherLog>()));
        foreach (var month in Person.Months)
            await ReadNumbersAsync(services, month);
    }

    public async Task ReadAllAsync()
    {
        var services = Open();
        await ReadBooksAsync();
        foreach (var month in Person.Months)
        {
            await ReadArchivesAsync(services, month);
            await ReadPrintsAsync(services, month);
        }

        await ReadFeedAsync(services);
        await foreach (var stale in services.GetRequiredService<IJobs>().ListStaleAsync(DateTimeOffset.MaxValue, Cancellation))
            Assert.Fail($"the job {stale.Kind} of {stale.Actor.By} has not ended: {stale.State}, run {stale.Run}, {stale.Attempts} attempts, last touched {stale.TouchedAt:HH:mm:ss}, sent {stale.IsSent}, step {stale.Step}, last fault {stale.LastFault}; it is {world.Schedule.Now:HH:mm:ss}");
    }

    private ServiceProvider Open() => Composition.Of(new Composition.Storage
    {
        Books = world.Books,
        Companies = world.Companies,
        Acknowledgements = world.Acknowledgements,
        Blobs = world.Blobs,
        Jobs = new TableJobs(new ReliableTable(world.Jobs, world.NewIdentity), world.Blobs, null!, null!, world.Clock),
        NewIdentity = world.NewIdentity,
        Clock = world.Clock,
        LogClock = world.Clock,
        LogOptions = new VoucherLogOptions { Pause = TimeSpan.Zero },
    }, new Plant());

    private async Task ReadNumbersAsync(ServiceProvider services, string month)
    {
        var feed = await services.GetRequiredService<NumberFeed>().OpenAsync(Person.Company, Branch.HeadOffice, month, Cancellation);
        if (!world.Model.Numbered.TryGetValue(month, out var given))
        {
            Assert.Equal("not-numbered", feed.Refusal?.Type);
            return;
        }

        Assert.Null(feed.Refusal?.Detail);
        var items = await feed.Value!.Items.ToListAsync(Cancellation);
        Assert.Equal(given.Ids.Select((id, rank) => (id, given.First + rank)), items.Select(item => (item.VoucherId, item.Number)));
    }

    private async Task ReadArchivesAsync(ServiceProvider services, string month)
    {
        var found = await services.GetRequiredService<MonthFinder>().FindAsync(Person.Company, Branch.HeadOffice, month, Cancellation);
        var current = 0;
        await foreach (var note in services.GetRequiredService<IVoucherLog>().ReadNotesAsync(Book, found.Value!.Year, "archive|" + month + "|", Cancellation))
        {
            var record = WireJson.Read<ArchiveRecord>(note.Json);
            var given = world.Model.History.FindLast(numbers => numbers.Chain == record.Chain);
            Assert.True(given is not null, $"the archive {record.Id} has numbers that nobody gave");
            var entries = await services.GetRequiredService<ArchivedJournal>().ReadAsync(found.Value, record, Cancellation).ToListAsync(Cancellation);
            Assert.Equal(given.Ids.Select((id, rank) => (id, given.First + rank)), entries.Select(entry => (entry.VoucherId, entry.Number)));
            await ReadZipAsync(record);
            current += record.Chain == world.Model.Numbered[month].Chain ? 1 : 0;
        }

        Assert.Equal(world.Model.Numbered[month].Ids.Count > 0, current > 0);
    }

    private async Task ReadZipAsync(ArchiveRecord record)
    {
        await using var zip = await world.Blobs.OpenAsync(BlobArea.Archives, record.Zip, Cancellation);
        Assert.NotNull(zip);
        Assert.Equal(record.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(zip, Cancellation)));
        zip.Position = 0;
        await using var opened = new ZipArchive(zip);
        Assert.NotEmpty(opened.Entries);
        Assert.True(await world.Blobs.ExistsAsync(BlobArea.Archives, record.Manifest, Cancellation));
    }

    private static async Task ReadPrintsAsync(ServiceProvider services, string month)
    {
        var prints = await services.GetRequiredService<PrintShelf>().ListAsync(Person.Company, Branch.HeadOffice, month, Cancellation);
        if (!prints.Value!.Any(print => print.Current))
            return;
        var print = await services.GetRequiredService<PrintShelf>().OpenJournalAsync(Person.Company, Branch.HeadOffice, month, volume: null, Cancellation);
        Assert.Null(print.Refusal?.Detail);
        await print.Value!.Content.DisposeAsync();
    }

    /// <summary>The whole feed tells the acts of the trail, each voucher once per act; what was acknowledged does not come again.</summary>
    private async Task ReadFeedAsync(ServiceProvider services)
    {
        var feed = services.GetRequiredService<ChangeFeed>();
        var items = new List<FeedItem>();
        FeedPage page;
        string after = new FeedCursor(company.FiscalYears.ToDictionary(year => year.Start, _ => FeedPlace.Start)).ToString();
        do
        {
            page = (await feed.ReadAsync(Person.Company, Branch.HeadOffice, after, limit: 1 + world.Random.Next(20), Cancellation)).Value!;
            items.AddRange(page.Items);
            after = page.Next;
        }
        while (page.More);
        foreach (var year in company.FiscalYears)
        {
            var told = items.Where(item => item.Period.Year == year.Start.Year).Select(item => (item.Kind, item.VoucherId!, item.Number)).ToList();
            var due = world.Model.Feed.Where(change => change.Year == $"{year.Start:yyyy-MM-dd}").Select(change => (change.Kind, change.Voucher, change.Number)).ToList();
            // An act's repairs come in the order of its plan; numbers in the order of the journal.
            Assert.Equal(due.Where(change => change.Number is not null), told.Where(change => change.Number is not null));
            Assert.Equal(due.Order(), told.Order());
        }

        var open = await feed.ReadAsync(Person.Company, Branch.HeadOffice, after: null, ChangeFeed.LimitMost, Cancellation);
        Assert.Equal(items.Count(item => item.Acknowledged is null), open.Value!.Items.Count);
    }
}
