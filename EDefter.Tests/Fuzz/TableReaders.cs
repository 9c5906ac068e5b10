using System.Text;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Reading.Tables;
using EDefter.Functions.Sample;
using EDefter.Tests.Reading;
using Xunit;

namespace EDefter.Tests.Fuzz;

/// <summary>Workbooks and delimited text.</summary>
internal static class TableReaders
{
    private const string Chart = "Hesap kodu;Hesap adı;Üst hesap;Hareket görür;Açılış tarihi\r\n100;KASA;;Hayır;01.01.2025\r\n100.01;\"MERKEZ; KASA\";100;Evet;\r\n102.01.001;ZİRAAT;102;Evet;2025-01-01\r\n";

    private static readonly IReadOnlyList<Core.Vouchers.Voucher> Vouchers = [.. SampleMonth.Faulty.Vouchers.Where(voucher => voucher.Lines.Count < 4).Take(12)];

    public static FuzzReader Workbook() => new("vouchers-xlsx", [.. Vouchers.Chunk(2).Select(some => VoucherTable.Workbook(some, VoucherTable.Profile.Columns))], FuzzTokens.Xml, static (bytes, _) => ReadVouchers(bytes, isWorkbook: true)) { IsZip = true, Share = 10 };

    public static FuzzReader Text() => new("vouchers-csv", Csv(), FuzzTokens.Text, static (bytes, _) => ReadVouchers(bytes, isWorkbook: false)) { Share = 4 };

    public static FuzzReader AccountWorkbook() => new("accounts-xlsx", [AccountTemplate()], FuzzTokens.Xml, static (bytes, _) => ReadAccounts(bytes, isWorkbook: true)) { IsZip = true, Share = 10 };

    public static FuzzReader AccountText() => new("accounts-csv", [Encoding.UTF8.GetBytes(Chart)], FuzzTokens.Text, static (bytes, _) => ReadAccounts(bytes, isWorkbook: false)) { Share = 10 };

    /// <summary>Rows alone, of delimited text and of XML with records.</summary>
    public static FuzzReader Rows() => new(
        "table-rows",
        [.. Csv().Take(3), Encoding.UTF8.GetBytes("<fisler><fis no=\"1\"><tarih>2025-01-01</tarih><satir><hesap>100</hesap><borc>1.00</borc></satir><satir><hesap>102</hesap><alacak>1.00</alacak></satir></fis></fisler>")],
        [.. FuzzTokens.Xml, .. FuzzTokens.Text],
        static (bytes, origin) => ReadRows(bytes, isXml: origin == 3))
    { Share = 20 };

    private static IReadOnlyList<byte[]> Csv() => [.. Vouchers.Chunk(2).SelectMany(some => (byte[][])[Encoding.UTF8.GetBytes(VoucherTable.Csv(some, VoucherTable.Profile.Columns, ';')), Encoding.Unicode.GetBytes("\ufeff" + VoucherTable.Csv(some, VoucherTable.Profile.Columns, '\t'))])];

    private static byte[] AccountTemplate()
    {
        var columns = ReadingProfileBook.Find(ReadingProfileBook.Accounts)!.Columns;
        using var output = new MemoryStream();
        using var workbook = new Core.Formats.Workbook.WorkbookWriter(output, [new("Hesaplar", [.. columns.Select(column => new Core.Formats.Workbook.WorkbookColumn(column.Headers[0]))])]);
        workbook.BeginSheet();
        foreach (var code in (string[])["100", "100.01", "102.01"])
        {
            workbook.Row();
            foreach (var column in columns)
                workbook.Text(column.Member == ReadingMember.AccountCode ? code : column.Example);
        }

        workbook.Complete();
        return output.ToArray();
    }

    private static bool ReadVouchers(byte[] bytes, bool isWorkbook)
    {
        var shown = Refusable(() => VoucherTableReader.Preview(new MemoryStream(bytes), isWorkbook, VoucherTable.Profile, 3));
        return Refusable(() =>
        {
            var rows = VoucherTableReader.Read(new MemoryStream(bytes), isWorkbook, VoucherTable.Profile).ToList();
            Assert.True(shown, "What can be read can be shown.");
            Assert.All(rows, row => Assert.True(row.Rejection is null || row.Rejection.Reason.Length > 10));
        });
    }

    private static bool ReadAccounts(byte[] bytes, bool isWorkbook) => Refusable(() => AccountTableReader.Read(new MemoryStream(bytes), isWorkbook, ReadingProfileBook.Find(ReadingProfileBook.Accounts)!));

    private static bool ReadRows(byte[] bytes, bool isXml) => Refusable(() =>
    {
        using TableReader rows = isXml ? new XmlTableReader(new MemoryStream(bytes), 1024 * 1024) : new DelimitedTableReader(new MemoryStream(bytes), Encoding.UTF8, ';');
        while (rows.Read())
            Assert.True(rows.Cells.Count <= TableReader.ColumnsMax);
    });

    private static bool Refusable(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception exception) when (exception is UnreadableTableException or TableLimitException or InvalidDataException)
        {
            return false;
        }
    }
}
