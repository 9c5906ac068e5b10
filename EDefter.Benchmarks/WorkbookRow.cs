namespace EDefter.Benchmarks;

/// <summary>A row of twenty cells, a value so that making it costs no memory; public with public members, for libraries that look at both.</summary>
public readonly record struct WorkbookRow(
    int Entry,
    string Voucher,
    DateTime Day,
    string Kind,
    int Line,
    int Place,
    string MainAccount,
    string MainAccountName,
    string Account,
    string AccountName,
    decimal Amount,
    string Side,
    DateTime Posted,
    string DocumentType,
    string Document,
    DateTime DocumentDay,
    string Payment,
    string Comment,
    string EnteredBy,
    string EntryComment);
