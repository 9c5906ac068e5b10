using Azure.Core;
using EDefter.Core.Workflow.Ports;
using EDefter.LocalWorker.Storage;
using EDefter.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace EDefter.Tests.Storage;

/// <summary>Blobs that are written anew while somebody opens or reads them, over Azurite: a check that is run once more does that to its report.</summary>
public sealed class BlobReadingTests(StorageFixture storage) : IClassFixture<StorageFixture>
{
    private readonly string name = $"{Guid.NewGuid():N}.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_opened_is_read_as_it_stood_whoever_writes_it_anew()
    {
        await WriteAsync("first");
        await using var opened = await storage.Get<IBlobs>().OpenAsync(BlobArea.Reports, name, Cancellation);
        await WriteAsync("second, and longer");
        Assert.Equal("first", await ReadAsync(opened));
        await using var again = await storage.Get<IBlobs>().OpenAsync(BlobArea.Reports, name, Cancellation);
        Assert.Equal("second, and longer", await ReadAsync(again));
    }

    [Fact]
    public async Task What_is_written_anew_between_the_look_and_the_first_block_is_read_as_it_is_now()
    {
        await WriteAsync("first");
        var transport = new MeddlingTransport(RequestMethod.Head, n => n <= 2 ? WriteAsync($"written {n} times more") : Task.CompletedTask);
        await using var services = await OverAsync(transport);
        await using var opened = await services.GetRequiredService<IBlobs>().OpenAsync(BlobArea.Reports, name, Cancellation);
        Assert.Equal("written 2 times more", await ReadAsync(opened));
        Assert.Equal(3, transport.Met);
    }

    [Fact]
    public async Task The_very_content_that_was_found_before_is_not_there_when_it_is_written_anew()
    {
        await WriteAsync("first");
        var version = (await storage.Get<IBlobs>().FindAsync(BlobArea.Reports, name, Cancellation))!.Version;
        await using var services = await OverAsync(new MeddlingTransport(RequestMethod.Head, _ => WriteAsync("second")));
        Assert.Null(await services.GetRequiredService<IBlobs>().OpenAsync(BlobArea.Reports, name, version, Cancellation));
    }

    [Fact]
    public async Task A_blob_is_fetched_once_and_an_empty_one_is_empty()
    {
        var transport = new MeddlingTransport(RequestMethod.Get, _ => Task.CompletedTask);
        await using var services = await OverAsync(transport);
        foreach (var content in new[] { string.Empty, "a", new string('ş', 1_000_000) })
        {
            await WriteAsync(content);
            var before = transport.Met;
            await using var opened = await services.GetRequiredService<IBlobs>().OpenAsync(BlobArea.Reports, name, Cancellation);
            Assert.Equal(content, await ReadAsync(opened));
            Assert.InRange(transport.Met - before, 0, 1);
        }
    }

    private static async Task<ServiceProvider> OverAsync(MeddlingTransport transport)
    {
        var azurite = await Azurite.SharedAsync();
        return new ServiceCollection().AddEDefterStorage(azurite.ConnectionString, TimeProvider.System, transport).BuildServiceProvider();
    }

    private static async Task<string> ReadAsync(Stream? opened)
    {
        using var reader = new StreamReader(opened!);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private async Task WriteAsync(string content)
    {
        await using var blob = await storage.Get<IBlobs>().CreateAsync(BlobArea.Reports, name, "application/json", Cancellation);
        await blob.WriteAsync(System.Text.Encoding.UTF8.GetBytes(content), Cancellation);
    }
}
