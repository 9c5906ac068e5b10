using EDefter.Core.Workflow.Ports;
using EDefter.Storage.Tables;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>Row first, blob last: what is written to these areas reaches the storage only after the next write to the books.</summary>
internal sealed class LateBlobs(params BlobArea[] areas) : Plant
{
    private readonly Dictionary<(BlobArea Area, string Name), byte[]> late = [];
    private IBlobs? storage;

    public override IBlobs Blobs(IBlobs blobs) => new Mutant(this, storage = blobs);

    public override ITable Table(ITable table) => new FlushingTable(this, table);

    private sealed class FlushingTable(LateBlobs mutant, ITable inner) : TableDecorator(inner)
    {
        public override async Task<IReadOnlyList<string>> SubmitAsync(IReadOnlyList<TableAction> actions, CancellationToken cancellationToken)
        {
            var answer = await base.SubmitAsync(actions, cancellationToken);
            foreach (var ((area, name), bytes) in mutant.late.ToArray())
            {
                await using (var blob = await mutant.storage!.CreateAsync(area, name, "late", cancellationToken))
                    await blob.WriteAsync(bytes, cancellationToken);
                mutant.late.Remove((area, name));
            }

            return answer;
        }
    }

    private sealed class Mutant(LateBlobs mutant, IBlobs inner) : BlobsDecorator(inner)
    {
        public override Task<Stream> CreateAsync(BlobArea area, string name, string contentType, CancellationToken cancellationToken) =>
            mutant.IsLate(area) ? Task.FromResult<Stream>(new Upload(bytes => mutant.late[(area, name)] = bytes)) : Inner.CreateAsync(area, name, contentType, cancellationToken);

        public override Task<Stream?> OpenAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
            mutant.late.TryGetValue((area, name), out var bytes) ? Task.FromResult<Stream?>(new MemoryStream(bytes)) : Inner.OpenAsync(area, name, cancellationToken);

        public override async Task<bool> ExistsAsync(BlobArea area, string name, CancellationToken cancellationToken) =>
            mutant.late.ContainsKey((area, name)) || await Inner.ExistsAsync(area, name, cancellationToken);
    }

    private bool IsLate(BlobArea area) => areas.Contains(area);
}
