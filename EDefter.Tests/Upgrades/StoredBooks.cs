using System.IO.Compression;
using EDefter.Core.Workflow.Ports;
using EDefter.Tests.Invariants;
using EDefter.Tests.Rules;
using EDefter.Tests.Storage;

namespace EDefter.Tests.Upgrades;

/// <summary>Tables and blobs as a version of the program left them, checked in: <c>rows.ndjson</c>, <c>blobs.zip</c>, and in <c>state.txt</c> what that version read of them.</summary>
internal sealed class StoredBooks(int format)
{
    // A date that every ZIP can hold; a ZIP made twice has the same bytes.
    private static readonly DateTimeOffset EntryTime = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private string Folder { get; } = Path.Combine(Repository.Root, "EDefter.Tests", "Upgrades", $"Format{format}");

    public IReadOnlyList<string> State => File.ReadAllLines(Path.Combine(Folder, "state.txt"));

    /// <summary>A ground on which that version worked until the process of this one starts.</summary>
    public async Task<Ground> LoadAsync(CancellationToken cancellationToken)
    {
        // The version that wrote them used up the identities before.
        var ground = new Ground { IdentitiesUsed = 1_000_000 };
        var rows = (await File.ReadAllLinesAsync(Path.Combine(Folder, "rows.ndjson"), cancellationToken)).Select(StoredRow.Read).ToLookup(stored => stored.Table, stored => stored.Row, StringComparer.Ordinal);
        foreach (var (name, table) in TablesOf(ground))
            table.Load(rows[name]);

        await using var zip = await ZipFile.OpenReadAsync(Path.Combine(Folder, "blobs.zip"), cancellationToken);
        foreach (var entry in zip.Entries)
        {
            var cut = entry.FullName.IndexOf('/', StringComparison.Ordinal);
            using var content = new MemoryStream();
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.CopyToAsync(content, cancellationToken);
            ground.Blobs.Write(Enum.Parse<BlobArea>(entry.FullName[..cut]), entry.FullName[(cut + 1)..], content.ToArray());
        }

        return ground;
    }

    /// <summary>Checks in what lies on a ground. Done once for each format, by hand: what was written is never written again.</summary>
    public async Task SaveAsync(Ground ground, IReadOnlyList<string> state, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Folder);
        var rows = TablesOf(ground).SelectMany(table => table.Rows.All().Select(row => StoredRow.Write(table.Name, row)));
        await File.WriteAllTextAsync(Path.Combine(Folder, "rows.ndjson"), string.Concat(rows.Select(row => row + "\n")), cancellationToken);
        await File.WriteAllTextAsync(Path.Combine(Folder, "state.txt"), string.Concat(state.Select(line => line + "\n")), cancellationToken);
        await using var file = File.Create(Path.Combine(Folder, "blobs.zip"));
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (area, name, content) in ground.Blobs.All())
        {
            var entry = zip.CreateEntry($"{area}/{name}", CompressionLevel.SmallestSize);
            entry.LastWriteTime = EntryTime;
            await using var stream = await entry.OpenAsync(cancellationToken);
            await stream.WriteAsync(content, cancellationToken);
        }
    }

    public static IReadOnlyList<(string Name, MemoryTable Rows)> TablesOf(Ground ground) =>
        [("Books", ground.Books), ("Companies", ground.Companies), ("Acknowledgements", ground.Acknowledgements), ("Audit", ground.Audit)];
}
