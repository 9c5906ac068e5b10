using System.Globalization;
using System.IO.Compression;
using EDefter.Core.Formats.Workbook;

namespace EDefter.Benchmarks;

/// <summary>
/// 1 000 000 rows × 20 filled columns through the streaming workbook writer: <c>workbook [rows] [optimal] [references] [hash]</c>.
/// </summary>
internal static class WorkbookMeasurement
{
    private static readonly string[] Accounts = ["153.01", "320.001", "191.20", "600.01.001", "100.01"];
    private static readonly string[] Names = ["MALZEME 1", "SATICI TİCARET A.Ş.", "İNDİRİLECEK KDV %20", "YURT İÇİ SATIŞLAR ODA GELİRİ", "MERKEZ KASA TL"];

    public static void Run(string[] arguments)
    {
        var rows = arguments.Length > 0 && int.TryParse(arguments[0], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var options = new WorkbookOptions
        {
            CellReferences = arguments.Contains("references", StringComparer.Ordinal),
            HashParts = arguments.Contains("hash", StringComparer.Ordinal),
            Compression = arguments.Contains("optimal", StringComparer.Ordinal) ? CompressionLevel.Optimal : CompressionLevel.Fastest,
        };
        var meter = new Meter();
        using var target = new CountingStream();
        Write(target, rows, options);
        meter.Tell(string.Create(CultureInfo.InvariantCulture, $"workbook {rows} x 20 ({options.Compression}{(options.CellReferences ? ", references" : "")}{(options.HashParts ? ", parts hashed" : "")}) -> {target.Length / 1e6:0.0} MB"));
    }

    private static void Write(Stream target, int rows, WorkbookOptions options)
    {
        WorkbookColumn[] columns = [.. Enumerable.Range(1, 20).Select(i => new WorkbookColumn("Sütun " + i.ToString(CultureInfo.InvariantCulture)))];
        var comments = Enumerable.Range(0, 1_000).Select(i => "Satır açıklaması " + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var documents = Enumerable.Range(0, 1_000).Select(i => "ABC2025" + i.ToString("D9", CultureInfo.InvariantCulture)).ToArray();
        var numbers = Enumerable.Range(0, 1_000).Select(i => i.ToString("D6", CultureInfo.InvariantCulture)).ToArray();
        using var writer = new WorkbookWriter(target, [new WorkbookSheet("Yevmiye", columns)], options);
        writer.BeginSheet();
        for (var i = 0; i < rows; i++)
        {
            var day = new DateOnly(2025, 1, 1 + (int)(31L * i / rows));
            var which = i % 5;
            var entry = i / 5;
            writer.Row();
            writer.Number(entry + 1);
            writer.Text(numbers[entry % 1_000]);
            writer.Date(day);
            writer.Text("Mahsup");
            writer.Number(i + 1);
            writer.Number(which + 1);
            writer.Text(Accounts[which][..3]);
            writer.Text(Names[which]);
            writer.Text(Accounts[which]);
            writer.Text(Names[which]);
            writer.Number(100m + (i % 100_000 / 100m));
            writer.Text(which < 3 ? "B" : "A");
            writer.Date(day);
            writer.Text("Fatura");
            writer.Text(documents[entry % 1_000]);
            writer.Date(day);
            writer.Text("Banka");
            writer.Text(comments[i % 1_000]);
            writer.Text("H.A.");
            writer.Text(comments[entry % 1_000]);
        }

        writer.Complete();
    }
}
