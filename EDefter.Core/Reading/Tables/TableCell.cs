namespace EDefter.Core.Reading.Tables;

/// <summary>A cell as it stands in a file; nothing is guessed from its text.</summary>
/// <param name="Form">What it holds.</param>
/// <param name="Text">Its text; nothing when it is empty.</param>
/// <param name="IsFormula">The value was computed by the program that saved the file; formulas are never run here.</param>
public readonly record struct TableCell(CellForm Form, string Text, bool IsFormula = false)
{
    public static TableCell Empty => new(CellForm.Empty, string.Empty);

    public static TableCell OfText(string text) => text.Length == 0 ? Empty : new TableCell(CellForm.Text, text);

    public bool IsEmpty => Form == CellForm.Empty;
}
