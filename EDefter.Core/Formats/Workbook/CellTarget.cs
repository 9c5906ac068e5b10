namespace EDefter.Core.Formats.Workbook;

/// <summary>Where the cells of a row go, from the left.</summary>
internal abstract class CellTarget
{
    public abstract void Row();

    /// <summary>A text cell, or an empty cell and the reason why the text cannot stand there. No text is an empty cell.</summary>
    public abstract TextFault TryText(string? text);

    public abstract void Number(long number);

    public abstract void Number(decimal number, CellStyle style);

    public abstract void Date(DateOnly day);

    public abstract void Empty();

    /// <summary>Why a text cannot stand in a cell, without writing it.</summary>
    protected static TextFault FaultOf(string? text)
    {
        if (text?.Length > WorkbookWriter.CellCharactersMax)
            return TextFault.TooLong;
        return XmlText.FirstIllegal(text) is null ? TextFault.None : TextFault.IllegalCharacter;
    }
}
