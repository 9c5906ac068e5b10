using System.Net;
using Azure.Storage.Queues.Models;
using EDefter.Tests.LocalWorker.Samples;
using Xunit;

namespace EDefter.Tests.LocalWorker;

public sealed class OutputTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_answer_can_feed_queues_and_blobs_and_null_feeds_nothing()
    {
        // The host follows the real clock: a year may end between the request and its output.
        var before = DateTime.UtcNow;
        await using var host = await TestHost.StartAsync([typeof(OutputFunctions)]);
        using var answer = await host.Http.PostAsync("api/several/a1?x=1&y=2", content: null, Cancellation);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);

        // The order went through its queue into the blob whose path the message names.
        var blob = host.Container("-blobs").GetBlobClient($"orders/a1/{before:yyyy}.json");
        await Eventually.TrueAsync(async () =>
        {
            if ((await blob.ExistsAsync(Cancellation)).Value)
                return true;
            blob = host.Container("-blobs").GetBlobClient($"orders/a1/{DateTime.UtcNow:yyyy}.json");
            return (await blob.ExistsAsync(Cancellation)).Value;
        });
        Assert.Equal("a1:2", (await blob.DownloadContentAsync(Cancellation)).Value.Content.ToString());

        QueueMessage[] words = await host.Queue("-words").ReceiveMessagesAsync(10, cancellationToken: Cancellation);
        Assert.Equal(["çift", "İki"], words.Select(word => word.Body.ToString()).Order(StringComparer.Ordinal));
        var bytes = await host.Container("-blobs").GetBlobClient("bytes/a1").DownloadContentAsync(Cancellation);
        Assert.Equal([0, 1, 255], bytes.Value.Content.ToArray());
        Assert.False((await host.Queue("-nothing").ExistsAsync(Cancellation)).Value);
        Assert.False((await host.Container("-blobs").GetBlobClient("nothing/a1").ExistsAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task A_path_without_a_value_fails_the_message_rather_than_writing_somewhere()
    {
        await using var host = await TestHost.StartAsync([typeof(OutputFunctions)]);
        await host.Queue("-orders").SendMessageAsync("""{"Id":""}""", Cancellation);
        var poison = host.Queue("-orders-poison");
        await Eventually.TrueAsync(async () => (await poison.ExistsAsync(Cancellation)).Value && (await poison.PeekMessagesAsync(1, Cancellation)).Value.Length == 1);
        Assert.False((await host.Container("-blobs").ExistsAsync(Cancellation)).Value);
    }
}
