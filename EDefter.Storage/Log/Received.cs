using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Reading;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>What a request brought, row after row: how many, which could not be taken, and the hash by which the same request is known when it comes again.</summary>
internal sealed class Received : IDisposable
{
    private readonly List<BatchAnswer.OrdinalRejection> rejected = [];
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Rows { get; private set; }

    /// <summary>Rows that no partition knows of.</summary>
    public IReadOnlyList<BatchAnswer.OrdinalRejection> Rejected => rejected;

    /// <returns>The row's ordinal.</returns>
    public long Next() => Rows++;

    public void Reject(RejectedRow row, long ordinal)
    {
        rejected.Add(new BatchAnswer.OrdinalRejection(ordinal, row));
        digest.AppendData(Encoding.UTF8.GetBytes($"\n{row.At}\n{row.Id}\n{row.Code}"));
    }

    /// <param name="content">The hash of a voucher as it came.</param>
    public void Add(ReadOnlySpan<byte> content) => digest.AppendData(content);

    /// <summary>The batch's identity: the same rows under the same key, or without one on the same state of the partitions that they address. Ends the hash.</summary>
    public string Identify(AppendRequest request, IReadOnlyList<Part> parts)
    {
        digest.AppendData(Encoding.UTF8.GetBytes($"\n{request.Kind}\n"));
        var origin = request.IdempotencyKey is { } key
            ? "key\n" + key
            : "base\n" + string.Join('\n', parts.Where(part => part.IsAddressed).Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Partition} {part.BaseSequence}"))) + WhoAsks(request);
        digest.AppendData(Encoding.UTF8.GetBytes(origin));
        return Convert.ToHexStringLower(digest.GetHashAndReset().AsSpan(0, 16));
    }

    public void Dispose() => digest.Dispose();

    // Two people may apply one plan at the same moment, which is the same content on the same base: one of them must be told that the other came first.
    private static string WhoAsks(AppendRequest request) => string.Concat(request.Notes.Select(static note => "\n" + note.Json).Prepend("\n" + request.Actor.By));
}
