using System.IO.Compression;

namespace EDefter.Core.Formats.Workbook;

/// <summary>
/// Rows of a sheet that cannot be written yet, because another sheet is being written and a file goes forward only: held compressed until
/// their sheet's turn comes, about twenty bytes a row.
/// </summary>
internal sealed class HeldCells : CellTarget, IDisposable
{
    private readonly MemoryStream held = new();
    private BinaryWriter? writer;

    private enum Mark : byte
    {
        Row,
        Empty,
        Text,
        Integer,
        Number,
        Date,
        End,
    }

    public override void Row() => Put(Mark.Row);

    public override TextFault TryText(string? text)
    {
        var fault = FaultOf(text);
        if (string.IsNullOrEmpty(text) || fault != TextFault.None)
        {
            Put(Mark.Empty);
            return fault;
        }

        Put(Mark.Text).Write(text);
        return fault;
    }

    public override void Number(long number) => Put(Mark.Integer).Write(number);

    public override void Number(decimal number, CellStyle style)
    {
        var target = Put(Mark.Number);
        target.Write(number);
        target.Write((byte)style);
    }

    public override void Date(DateOnly day) => Put(Mark.Date).Write(day.DayNumber);

    public override void Empty() => Put(Mark.Empty);

    /// <summary>Writes every row where it belongs and forgets it.</summary>
    public void MoveTo(CellTarget target)
    {
        Put(Mark.End);
        writer!.Dispose();
        writer = null;
        held.Position = 0;
        using (var reader = new BinaryReader(new DeflateStream(held, CompressionMode.Decompress, leaveOpen: true)))
        {
            while (Move(reader, target))
            {
            }
        }

        held.SetLength(0);
    }

    public void Dispose()
    {
        writer?.Dispose();
        held.Dispose();
    }

    private static bool Move(BinaryReader reader, CellTarget target)
    {
        switch ((Mark)reader.ReadByte())
        {
            case Mark.Row:
                target.Row();
                return true;
            case Mark.Empty:
                target.Empty();
                return true;
            case Mark.Text:
                if (target.TryText(reader.ReadString()) != TextFault.None)
                    throw new InvalidOperationException("A held text cannot stand in a cell.");
                return true;
            case Mark.Integer:
                target.Number(reader.ReadInt64());
                return true;
            case Mark.Number:
                target.Number(reader.ReadDecimal(), (CellStyle)reader.ReadByte());
                return true;
            case Mark.Date:
                target.Date(DateOnly.FromDayNumber(reader.ReadInt32()));
                return true;
            case Mark.End:
                return false;
            case var unknown:
                throw new InvalidOperationException("Unknown mark: " + unknown);
        }
    }

    private BinaryWriter Put(Mark mark)
    {
        writer ??= new BinaryWriter(new DeflateStream(held, CompressionLevel.Fastest, leaveOpen: true));
        writer.Write((byte)mark);
        return writer;
    }
}
