using System.Collections;
using System.Text;
using System.Text.Json;
using EDefter.LocalWorker.Functions;
using EDefter.LocalWorker.Hosting;
using EDefter.LocalWorker.Queues;
using EDefter.LocalWorker.Storage;
using Microsoft.Azure.Functions.Worker;

namespace EDefter.LocalWorker.Outputs;

/// <summary>Writes what a function returned to where its outputs say. Queues and containers are made if they are missing.</summary>
internal sealed class OutputWriter(StorageConnections storage, SettingExpressions settings, HostJson host, QueueActivity activity, TimeProvider time)
{
    public async Task WriteAsync(Invocation invocation)
    {
        foreach (var (output, value) in invocation.Result.Outputs)
        {
            switch (output)
            {
                case BlobOutputAttribute blob:
                    await WriteBlobAsync(blob, value, invocation);
                    break;
                case QueueOutputAttribute queue:
                    await SendAsync(queue, value, invocation);
                    break;
                default:
                    throw new NotSupportedException($"EDefter.LocalWorker cannot write {output.GetType().Name}");
            }
        }

        if (invocation.Result.Outputs.Any(written => written.Output is QueueOutputAttribute))
            activity.Wake();
    }

    private async Task WriteBlobAsync(BlobOutputAttribute output, object value, Invocation invocation)
    {
        var path = PathExpression.Fill(settings.Fill(output.BlobPath), invocation.BindingContext.BindingData, time.GetUtcNow());
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var container = storage.GetBlobs(output.Connection).GetBlobContainerClient(path[..slash]);
        await container.CreateIfNotExistsAsync(cancellationToken: invocation.CancellationToken);
        await container.GetBlobClient(path[(slash + 1)..]).UploadAsync(BinaryData.FromBytes(ToBytes(value)), overwrite: true, invocation.CancellationToken);
    }

    private async Task SendAsync(QueueOutputAttribute output, object value, Invocation invocation)
    {
        var name = PathExpression.Fill(settings.Fill(output.QueueName), invocation.BindingContext.BindingData, time.GetUtcNow());
        var queue = storage.GetQueues(output.Connection).GetQueueClient(name);
        await queue.CreateIfNotExistsAsync(cancellationToken: invocation.CancellationToken);
        foreach (var message in ToMessages(value))
            await queue.SendMessageAsync(Encode(message), invocation.CancellationToken);
    }

    private string Encode(byte[] message) => host.IsBase64 ? Convert.ToBase64String(message) : Encoding.UTF8.GetString(message);

    // An array of bytes is one message, every other row of things is one message each.
    private static IEnumerable<byte[]> ToMessages(object value) =>
        value is IEnumerable several and not (string or byte[])
            ? several.Cast<object?>().Where(one => one is not null).Select(one => ToBytes(one!))
            : [ToBytes(value)];

    private static byte[] ToBytes(object value) => value switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        BinaryData data => data.ToArray(),
        _ => JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), WorkerJson.Options),
    };
}
