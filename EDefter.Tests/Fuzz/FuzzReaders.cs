namespace EDefter.Tests.Fuzz;

/// <summary>Every reader of what comes from outside, by its name; made when it is asked for.</summary>
internal static class FuzzReaders
{
    private static readonly SortedDictionary<string, Lazy<FuzzReader>> All = new(StringComparer.Ordinal)
    {
        ["voucher"] = new(JsonReaders.Voucher),
        ["vouchers-json"] = new(JsonReaders.Array),
        ["vouchers-ndjson"] = new(JsonReaders.Lines),
        ["vouchers-gzip"] = new(JsonReaders.Packed),
        ["checked"] = new(JsonReaders.Checked),
        ["format-profile"] = new(JsonReaders.FormatProfile),
        ["reading-profile"] = new(JsonReaders.ReadingProfile),
        ["vouchers-xlsx"] = new(TableReaders.Workbook),
        ["vouchers-csv"] = new(TableReaders.Text),
        ["accounts-xlsx"] = new(TableReaders.AccountWorkbook),
        ["accounts-csv"] = new(TableReaders.AccountText),
        ["table-rows"] = new(TableReaders.Rows),
        ["gib-document"] = new(GibReaders.Document),
        ["gib-zip"] = new(GibReaders.Package),
        ["gib-journal"] = new(GibReaders.Journal),
        ["verify-zip"] = new(ArchiveReaders.Packed),
        ["verify-file"] = new(ArchiveReaders.SingleFile),
        ["restore"] = new(ArchiveReaders.Restore),
        ["calls"] = new(CallReader.Create),
    };

    public static IEnumerable<string> Names => All.Keys;

    /// <summary>The shares of all of them.</summary>
    public static int Shares => All.Values.Sum(static reader => reader.Value.Share);

    public static FuzzReader Find(string name) => All[name].Value;
}
