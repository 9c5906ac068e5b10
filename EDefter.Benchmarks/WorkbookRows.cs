using System.Globalization;

namespace EDefter.Benchmarks;

/// <summary>The rows that every workbook writer is measured with: 20 filled columns, texts that repeat as those of a journal do.</summary>
internal static class WorkbookRows
{
    private static readonly string[] Accounts = ["153.01", "320.001", "191.20", "600.01.001", "100.01"];
    private static readonly string[] MainAccounts = ["153", "320", "191", "600", "100"];
    private static readonly string[] Names = ["MALZEME 1", "SATICI TİCARET A.Ş.", "İNDİRİLECEK KDV %20", "YURT İÇİ SATIŞLAR ODA GELİRİ", "MERKEZ KASA TL"];

    public static IEnumerable<WorkbookRow> Of(int rows)
    {
        var comments = Enumerable.Range(0, 1_000).Select(i => "Satır açıklaması " + i.ToString(CultureInfo.InvariantCulture)).ToArray();
        var documents = Enumerable.Range(0, 1_000).Select(i => "ABC2025" + i.ToString("D9", CultureInfo.InvariantCulture)).ToArray();
        var numbers = Enumerable.Range(0, 1_000).Select(i => i.ToString("D6", CultureInfo.InvariantCulture)).ToArray();
        for (var i = 0; i < rows; i++)
        {
            var day = new DateTime(2025, 1, 1 + (int)(31L * i / rows));
            var which = i % 5;
            var entry = i / 5;
            yield return new WorkbookRow(
                entry + 1, numbers[entry % 1_000], day, "Mahsup", i + 1, which + 1, MainAccounts[which], Names[which], Accounts[which], Names[which],
                100m + (i % 100_000 / 100m), which < 3 ? "B" : "A", day, "Fatura", documents[entry % 1_000], day, "Banka", comments[i % 1_000], "H.A.", comments[entry % 1_000]);
        }
    }
}
