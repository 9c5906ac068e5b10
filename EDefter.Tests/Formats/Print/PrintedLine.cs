namespace EDefter.Tests.Formats.Print;

/// <summary>A line of text of a printed page, by columns of its table; a cell that spans columns stands in its first.</summary>
internal sealed record PrintedLine(double Baseline, string Whole, IReadOnlyList<string> Cells)
{
    public string First => Cells[0];

    public decimal? Amount(int column) => Cells[column].Length == 0 ? null : PrintReader.Amount(Cells[column]);
}
