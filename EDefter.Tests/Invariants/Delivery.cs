using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Jobs;
using EDefter.Core.Workflow.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace EDefter.Tests.Invariants;

/// <summary>What the queue functions do with a message, and what the worker does with their outputs.</summary>
internal static class Delivery
{
    /// <param name="services">The process that was handed the message.</param>
    /// <param name="queue">Where it lay.</param>
    /// <param name="body">What it says.</param>
    /// <param name="send">Puts a message on a queue.</param>
    public static async Task RunAsync(IServiceProvider services, string queue, string body, Func<string, string, Task> send)
    {
        switch (queue)
        {
            case MemoryQueues.Jobs:
                if (await services.GetRequiredService<JobRunner>().RunAsync(body, delivery: null, CancellationToken.None) is { } order)
                    await send(MemoryQueues.ArchiveWork, order);
                break;
            case MemoryQueues.ArchiveWork:
                await WriteArchiveAsync(services, body, send);
                break;
            default:
                await services.GetRequiredService<ArchiveMaker>().FinaliseAsync(WireJson.Read<ArchiveOrder>(body), delivery: null, CancellationToken.None);
                break;
        }
    }

    public static string JobOf(string queue, string body) => queue == MemoryQueues.Jobs ? body : WireJson.Read<ArchiveOrder>(body).Job;

    // The function WriteArchive with its outputs, in the order in which the worker applies them.
    private static async Task WriteArchiveAsync(IServiceProvider services, string body, Func<string, string, Task> send)
    {
        var order = WireJson.Read<ArchiveOrder>(body);
        if (await services.GetRequiredService<ArchiveMaker>().WriteAsync(order, delivery: null, CancellationToken.None) is not { } manifest)
            return;
        await using (var blob = await services.GetRequiredService<IBlobs>().CreateAsync(BlobArea.Archives, order.Manifest, "application/json", CancellationToken.None))
            await blob.WriteAsync(System.Text.Encoding.UTF8.GetBytes(manifest));
        await send(MemoryQueues.ArchiveFinalise, body);
    }
}
