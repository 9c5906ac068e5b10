namespace EDefter.Core.Formats.Print;

/// <summary>The words for printed books: on the wire, on paper and in file names.</summary>
public static class PrintedBooks
{
    private static readonly (PrintedBook Book, string Word, string Name, string File)[] Table =
    [
        (PrintedBook.Journal, "journal", "Yevmiye Defteri", "yevmiye-defteri"),
        (PrintedBook.Ledger, "ledger", "Defter-i Kebir", "defter-i-kebir"),
        (PrintedBook.TrialBalance, "trial-balance", "Mizan", "mizan"),
    ];

    /// <summary>Every word of the wire.</summary>
    public static IEnumerable<string> Words => Table.Select(row => row.Word);

    /// <returns>The book of a word of the wire; null when there is none.</returns>
    public static PrintedBook? Find(string? word)
    {
        foreach (var row in Table)
        {
            if (string.Equals(row.Word, word, StringComparison.Ordinal))
                return row.Book;
        }

        return null;
    }

    public static string Word(PrintedBook book) => Table[(int)book].Word;

    /// <summary>"Yevmiye Defteri".</summary>
    public static string Name(PrintedBook book) => Table[(int)book].Name;

    /// <summary>"yevmiye-defteri": fit for a file's name.</summary>
    public static string File(PrintedBook book) => Table[(int)book].File;
}
