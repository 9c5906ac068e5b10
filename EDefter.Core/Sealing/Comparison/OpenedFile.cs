using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Sealing.Comparison;

/// <summary>A file whose kind is known: a workbook, or text of a known shape.</summary>
internal sealed class OpenedFile : IDisposable
{
    private readonly Func<Stream>? open;
    private readonly long bytesMax;

    public OpenedFile(WorkbookFile workbook) => Workbook = workbook;

    public OpenedFile(Func<Stream> open, TextShape shape, long bytesMax)
    {
        this.open = open;
        this.bytesMax = bytesMax;
        Shape = shape;
    }

    // Invariant: exactly one of Workbook and Shape is set.
    public WorkbookFile? Workbook { get; }

    public TextShape? Shape { get; }

    /// <summary>The rows; of a workbook those of its first sheet.</summary>
    public TableReader OpenTable()
    {
        if (Workbook is not null)
            return Workbook.Sheets.Count > 0 ? Workbook.OpenSheet(0) : throw new InvalidDataException("The workbook has no sheet.");
        return Shape!.IsXml ? new XmlTableReader(open!(), bytesMax) : new DelimitedTableReader(open!(), Shape.Encoding, Shape.Separator, Shape.IsQuoted);
    }

    public void Dispose() => Workbook?.Dispose();
}
