using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Ports;
using EDefter.Core.Workflow.Printing;
using EDefter.Functions;
using EDefter.Storage;
using EDefter.Tests.Invariants;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Kills;

/// <summary>What the rows of a book claim, held against what stands: read past the program, by somebody who has never read it before.</summary>
internal sealed class BookClaims(string storage, string company)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Every month holds as many vouchers as its head counts, everything that a row names can be read, and archives and prints are what their rows say to the byte.</summary>
    /// <returns>The live vouchers.</returns>
    public async Task<IReadOnlyList<Voucher>> AssertKeptAsync()
    {
        await using var services = Open();
        var log = services.GetRequiredService<IVoucherLog>();
        var book = new BookId(company, Branch.HeadOffice);
        var live = await BookState.LiveAsync(services, company, Office.Year, Cancellation);
        foreach (var (period, head) in await log.ReadHeadsAsync(book, Office.Year, Cancellation))
            Assert.Equal(head.Vouchers, live.Count(voucher => voucher.Date.Value is { } day && Period.Of(day) == period));
        await BookState.ReadAsync(services, company, Office.Year, Cancellation);
        var blobs = services.GetRequiredService<IBlobs>();
        await foreach (var note in log.ReadNotesAsync(book, Office.Year, "archive|", Cancellation))
        {
            var archive = WireJson.Read<ArchiveRecord>(note.Json);
            await AssertStandsAsync(blobs, BlobArea.Archives, archive.Zip, archive.Sha256);
            foreach (var beside in (string?[])[archive.Manifest, archive.Entries, archive.Journal])
                Assert.True(beside is null || await blobs.ExistsAsync(BlobArea.Archives, beside, Cancellation), $"{note.Key} names {beside}, which does not stand");
        }

        await foreach (var note in log.ReadNotesAsync(book, Office.Year, "print|", Cancellation))
        {
            foreach (var file in WireJson.Read<PrintRecord>(note.Json).Files)
                await AssertStandsAsync(blobs, BlobArea.Prints, file.Blob, file.Sha256);
        }

        return live;
    }

    private static async Task AssertStandsAsync(IBlobs blobs, BlobArea area, string name, string sha256)
    {
        await using var blob = await blobs.OpenAsync(area, name, Cancellation);
        Assert.True(blob is not null, $"A row names {name}, which does not stand");
        Assert.Equal(sha256, Convert.ToHexString(await SHA256.HashDataAsync(blob, Cancellation)), ignoreCase: true);
    }

    private ServiceProvider Open() => new ServiceCollection().AddSingleton(TimeProvider.System).AddEDefterStorage(storage, TimeProvider.System).AddUseCases().BuildServiceProvider();
}
