using System.Diagnostics;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EDefter.LocalWorker.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class AzuriteTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("edefter-test-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task All_tests_of_a_process_share_one_instance()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Azurite.SharedAsync, Cancellation)));
        Assert.Single(all.Distinct());
        Assert.True((await new TableServiceClient(all[0].ConnectionString).GetPropertiesAsync(Cancellation)).HasValue);
    }

    [Fact]
    public async Task Data_in_a_folder_outlives_an_orderly_end()
    {
        await using (var first = await Azurite.StartAsync(folder, Cancellation))
        {
            var container = new BlobContainerClient(first.ConnectionString, "kalan");
            await container.CreateAsync(cancellationToken: Cancellation);
            await container.GetBlobClient("dosya").UploadAsync(BinaryData.FromString("içerik"), Cancellation);
        }

        await using var second = await Azurite.StartAsync(folder, Cancellation);
        var blob = new BlobContainerClient(second.ConnectionString, "kalan").GetBlobClient("dosya");
        Assert.Equal("içerik", (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToString());
    }

    [Fact]
    public async Task What_already_answers_is_used_and_a_killed_one_is_replaced()
    {
        AzuritePorts ports;
        await using (var scout = await Azurite.StartAsync(Cancellation))
            ports = new AzuritePorts(scout.BlobPort, scout.QueuePort, scout.TablePort);

        await using var first = await DevelopmentStorage.EnsureAsync(folder, ports, Cancellation);
        await using var second = await DevelopmentStorage.EnsureAsync(folder, ports, Cancellation);
        Assert.Equal((true, false), (first.IsStarted, second.IsStarted));

        // A power cut: the pid file stays behind and names nobody.
        var home = new AzuriteFolder(folder);
        var killed = home.ReadState()!.Value.ProcessId;
        using (var process = Process.GetProcessById(killed))
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }

        Assert.Equal(killed, home.ReadState()!.Value.ProcessId);
        await using var third = await DevelopmentStorage.EnsureAsync(folder, ports, Cancellation);
        Assert.True(third.IsStarted);
        Assert.NotEqual(killed, home.ReadState()!.Value.ProcessId);
    }

    [Fact]
    public async Task Storage_stays_while_somebody_uses_it_and_ends_with_the_last_user_even_when_that_is_killed()
    {
        await using var azurite = await Azurite.StartAsync(folder, Cancellation);
        var home = new AzuriteFolder(folder);
        using var user = Process.Start(new ProcessStartInfo("node", ["-e", "setInterval(() => {}, 1000)"]) { UseShellExecute = false })!;
        var userFile = Path.Combine(home.UsersFolder, user.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await File.WriteAllBytesAsync(userFile, [], Cancellation);
        // The process that started it leaves; the other one stays.
        home.RemoveUser();
        var client = new TableServiceClient(azurite.ConnectionString);
        Assert.True((await client.GetPropertiesAsync(Cancellation)).HasValue);
        Assert.False(home.ReadState()!.Value.IsClosing);
        user.Kill();
        await Eventually.TrueAsync(() => Task.FromResult(home.ReadState() is null));
        Assert.False(File.Exists(userFile));
    }

    [Fact]
    public async Task A_port_that_answers_as_something_else_is_refused_with_the_way_out()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var other = builder.Build();
        other.Urls.Add("http://127.0.0.1:0");
        other.MapFallback(() => "something else");
        await other.StartAsync(Cancellation);
        var port = new Uri(other.Urls.Single()).Port;
        var refusal = await Assert.ThrowsAsync<LocalStorageException>(() => DevelopmentStorage.EnsureAsync(folder, new AzuritePorts(port, port, port), Cancellation));
        Assert.Contains("AzureWebJobsStorage", refusal.Message, StringComparison.Ordinal);
    }
}
