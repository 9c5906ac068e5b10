namespace EDefter.Core.Reading.Profiles;

/// <summary>How people's tables are read, as data: which header means what, and how numbers and dates are written. Nothing beyond it is guessed.</summary>
public sealed record ReadingProfile
{
    /// <summary><c>[a-z0-9-]{1,40}</c>.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>For people, Turkish; may be empty.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Grows with every change of the file.</summary>
    public required int Version { get; init; }

    /// <summary>SHA-256 of the file without white space, lower-case hex: names this content among all that were ever kept.</summary>
    public required string Hash { get; init; }

    /// <summary>Rows of a sheet among which the header is looked for.</summary>
    public int HeaderRowsMax { get; init; } = 20;

    /// <summary>Sheets that hold no data and are passed over without a word.</summary>
    public IReadOnlyList<string> IgnoredSheets { get; init; } = [];

    /// <summary>Encodings of a text file, tried in this order: <c>utf-8</c>, <c>windows-1254</c>. Bytes that are no UTF-8 never pass for it.</summary>
    public IReadOnlyList<string> Encodings { get; init; } = ["utf-8"];

    /// <summary>What separates the values of a text file; the one that makes the header row whole is taken.</summary>
    public IReadOnlyList<string> Separators { get; init; } = [";"];

    /// <summary>How numbers are written in text: <c>tr-TR</c> (1.234,56), <c>invariant</c> (1234.56). A text that two of them read differently is refused.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = ["invariant"];

    /// <summary>How dates are written in text. Invariant: no text is read by two of them as two different days.</summary>
    public IReadOnlyList<string> Dates { get; init; } = ["yyyy-MM-dd"];

    /// <summary>A plain number in a date column is the day's number, as where somebody took the date format away.</summary>
    public bool DayNumbers { get; init; }

    /// <summary>Words that stand for nothing, such as NULL or a dash; compared like headers.</summary>
    public IReadOnlyList<string> EmptyWords { get; init; } = [];

    /// <summary>Rows with the same values in these belong to one voucher, wherever they stand. Where they name no id, the id is made of them.</summary>
    public IReadOnlyList<ReadingMember> GroupBy { get; init; } = [];

    public required IReadOnlyList<ReadingColumn> Columns { get; init; }

    /// <summary>It reads a chart of accounts; else vouchers.</summary>
    public bool IsOfAccounts => Columns.Any(column => column.Member.IsOfAccount());
}
