namespace EDefter.Benchmarks;

/// <summary>A row of twenty cells; a public class, because MiniExcel takes no other. Making it is counted for every library alike.</summary>
public sealed record WorkbookRow(
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
