namespace EDefter.Core.Sealing;

/// <summary>An upload that is held against one archive after the other. What costs as much as the upload wants, and not what an archive's manifest allows, is done once: its hash, and the unpacking of workbooks.</summary>
/// <param name="stream">Seekable; left open.</param>
public sealed class VerifiedUpload(Stream stream)
{
    private readonly Dictionary<string, Lazy<WorkbookContent>> workbooks = new(StringComparer.Ordinal);
    private string? sha256;

    internal Stream Stream => stream;

    internal string Sha256
    {
        get
        {
            if (sha256 is null)
            {
                stream.Position = 0;
                sha256 = LimitedReader.Hash(stream, stream.Length).Sha256!;
            }

            return sha256;
        }
    }

    /// <summary>A workbook of it; where it could not be opened once, it cannot the second time.</summary>
    /// <param name="place">Names the workbook: its path in the ZIP, nothing for the upload itself.</param>
    /// <param name="read">Opens it.</param>
    internal WorkbookContent Workbook(string place, Func<WorkbookContent> read)
    {
        if (!workbooks.TryGetValue(place, out var workbook))
            workbooks.Add(place, workbook = new Lazy<WorkbookContent>(read, LazyThreadSafetyMode.ExecutionAndPublication));
        return workbook.Value;
    }
}
