using System.Globalization;
using System.Text.Json.Nodes;

namespace EDefter.Tests.Live;

/// <summary>
/// A month in the shape of a published integrator's CSV (İzibiz): sixty vouchers of five lines, an opening voucher, foreign currency,
/// Turkish letters and everything that spreadsheets spoil. Beside the vouchers stand the rows that must come back, worked out from the
/// same drafts by hand-written code that knows nothing of the writers.
/// </summary>
internal static class PublishedMonth
{
    private const int Vouchers = 60;

    private static readonly (string Main, string MainName, string Sub, string SubName)[] Accounts =
    [
        ("102", "BANKALAR", "102.01.001", "ZİRAAT BANKASI – ŞIŞLI ŞUBESI"),
        ("120", "ALICILAR", "120.007", "Işıl Çağ Ğöçmen"),
        ("191", "İNDİRİLECEK KDV", "191.10", "%10 KDV"),
        ("340", "ALINAN SİPARİŞ AVANSLARI", "340.0001", "KONAKLAMA AVANSLARI"),
        ("391", "HESAPLANAN KDV", "391.01", "=HESAPLANAN KDV"),
    ];

    private static readonly decimal[] Amounts = [0.01m, 1000m, 12345678.90m, 99.99m, 7.5m];

    public static IReadOnlyList<PublishedVoucher> All { get; } = [.. Enumerable.Range(0, Vouchers).Select(Draft)];

    /// <summary>The rows of the file, header first, cells as the published format has them.</summary>
    public static IReadOnlyList<string[]> Rows()
    {
        var rows = new List<string[]>
        {
            "detailref;entryref;linenumber;linenumbercounter;accmainid;accmainiddesc;accsubid;accsubdesc;amount;debitcreditcode;postingdate;documenttype;doctypedesc;documentnumber;documentreference;entrynumbercounter;documentdate;paymentmethod;detailcomment;erpno;divisionno;enteredby;entereddate;entrynumber;entrycomment".Split(';'),
        };
        var line = 0;
        for (var entry = 1; entry <= All.Count; entry++)
        {
            foreach (var cells in All[entry - 1].Lines)
            {
                line++;
                rows.Add([.. cells.Select(cell => cell switch { "{line}" => Text(line), "{entry}" => Text(entry), _ => cell })]);
            }
        }

        return rows;
    }

    // Voucher 0 is the opening one; its ERP number sorts last, so that only its kind puts it first.
    private static PublishedVoucher Draft(int index)
    {
        var day = index == 0 ? 1 : 1 + (index / 2);
        var date = string.Create(CultureInfo.InvariantCulture, $"2013-01-{day:00}");
        var (id, number) = (Text(344500 + index), index == 0 ? "9999" : Text(100 + index));
        var amounts = Amounts.Select(amount => amount + index).ToArray();
        decimal[] debits = [amounts[0], amounts[1], amounts[2], 0, 0];
        decimal[] credits = [0, 0, 0, amounts[0] + amounts[1], amounts[2]];
        var lines = new JsonArray();
        var rows = new List<string[]>();
        for (var i = 0; i < Accounts.Length; i++)
        {
            var isDebit = debits[i] > 0;
            var amount = isDebit ? debits[i] : credits[i];
            lines.Add(Line(index, i, date, amount, isDebit));
            rows.Add(Row(index, i, date, amount, isDebit, id, number));
        }

        var voucher = new JsonObject
        {
            ["id"] = id,
            ["number"] = number,
            ["date"] = date,
            ["kind"] = index == 0 ? "opening" : "mahsup",
            ["enteredBy"] = "H.A.",
            ["comment"] = Comment(number),
            ["lines"] = lines,
        };
        return new PublishedVoucher(voucher.ToJsonString(), rows);
    }

    private static JsonObject Line(int index, int i, string date, decimal amount, bool isDebit)
    {
        var line = new JsonObject
        {
            ["id"] = LineId(index, i),
            ["account"] = Accounts[i].Sub,
            ["accountName"] = Accounts[i].SubName,
            ["mainAccountName"] = Accounts[i].MainName,
            [isDebit ? "debit" : "credit"] = amount,
            ["description"] = Description(i),
            ["postingDate"] = date,
        };
        if (i == 1)
            line["original"] = new JsonObject { ["currency"] = "EUR", ["amount"] = 20.00m, ["rate"] = 50.0m, ["rateDate"] = date };
        if (index > 0)
        {
            line["document"] = IsInvoice(index)
                ? new JsonObject { ["type"] = "invoice", ["number"] = InvoiceNumber(index), ["date"] = date }
                : new JsonObject { ["type"] = "other", ["typeDescription"] = "Dekont", ["number"] = DeedNumber(index), ["date"] = date };
        }

        if (i == 0)
            line["paymentMethod"] = "Banka";
        return line;
    }

    private static string[] Row(int index, int i, string date, decimal amount, bool isDebit, string id, string number)
    {
        var (type, description, document) = index == 0 ? (string.Empty, "NULL", string.Empty) : IsInvoice(index) ? ("invoice", "NULL", InvoiceNumber(index)) : ("other", "Dekont", DeedNumber(index));
        return
        [
            LineId(index, i), id, "{line}", "{entry}", Accounts[i].Main, Accounts[i].MainName, Accounts[i].Sub, Accounts[i].SubName, amount.ToString("0.00", CultureInfo.InvariantCulture),
            isDebit ? "D" : "C", date, type, description, document, number, "{entry}", index == 0 ? string.Empty : date, i == 0 ? "Banka" : "NULL",
            Description(i).Replace(';', ','), "001", "0", "H.A.", date, number, Comment(number),
        ];
    }

    private static bool IsInvoice(int index) => index % 3 != 0;

    private static string InvoiceNumber(int index) => string.Create(CultureInfo.InvariantCulture, $"ABC2013{index:000000000}");

    // Leading zeros, and an E that a spreadsheet would take for a power of ten.
    private static string DeedNumber(int index) => string.Create(CultureInfo.InvariantCulture, $"000{index}E5");

    private static string LineId(int index, int i) => Text(912000 + (index * 10) + i);

    private static string Description(int i) => $"ığüşöçİĞÜŞÖÇ; satır {Text(i)} ½ €";

    private static string Comment(string number) => $"{number} numaralı işlem – çok güzel";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
