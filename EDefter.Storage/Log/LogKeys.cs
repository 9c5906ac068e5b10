using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Storage.Tables;

namespace EDefter.Storage.Log;

/// <summary>
/// Keys of table <c>Books</c>. A partition is one fiscal year of one branch, or the branch's undated drawer. Its rows:
/// <c>head|!year</c> the last sequence, on whose ETag every commit depends · <c>head|yyyy-MM</c> a month's head ·
/// <c>commit|sequence|yyyy-MM</c> what a commit brought to a month · <c>chunk|yyyy-MM-dd|staging|n</c> vouchers ·
/// <c>pack|staging|yyyy-MM-dd|n</c> live vouchers of a month once more, see <see cref="Compaction"/> · <c>batch|id</c> the answer of a request · <c>note|key</c> · <c>moving|id|n</c> and <c>move|id</c>, see <see cref="Moves"/>.
/// </summary>
internal static class LogKeys
{
    public const string Heads = "head|";

    /// <summary>Before every month in the order of keys: of a listing that comes in pages it is read first, so that a commit that was judged by older months never bears its ETag.</summary>
    public const string Year = "head|!year";

    /// <summary>Where the row of a partition stands that was begun by an earlier version.</summary>
    public const string YearBefore = "head|year";
    public const string Commits = "commit|";
    public const string Chunks = "chunk|";
    public const string Packs = "pack|";
    public const string Notes = "note|";
    public const string Fences = "move|";
    public const string Movings = "moving|";
    public const string Answers = "answer|";

    /// <summary>Null year = the undated drawer.</summary>
    public static string Partition(BookId book, FiscalYear? year) =>
        RowKeys.Escape(book.Company) + "|" + RowKeys.Escape(book.Branch) + "|" + (year is null ? Drawer.Word : year.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public static bool IsYear(string key) => key is Year or YearBefore;

    public static string Head(Period period) => Heads + Word(period);

    public static string Commit(long sequence, Period period) => CommitsFrom(sequence) + Word(period);

    public static string CommitsFrom(long sequence) => string.Create(CultureInfo.InvariantCulture, $"{Commits}{sequence:D10}|");

    public static string Batch(string id) => "batch|" + id;

    public static string ChunksOf(DateOnly day) => Chunks + Word(day) + "|";

    public static string ChunksOf(DateOnly day, string staging) => ChunksOf(day) + staging + "|";

    public static string Chunk(DateOnly day, string staging, int number) => string.Create(CultureInfo.InvariantCulture, $"{ChunksOf(day, staging)}{number:D6}");

    public static string PacksOf(string staging) => Packs + staging + "|";

    public static string PacksOf(string staging, DateOnly day) => PacksOf(staging) + Word(day) + "|";

    public static string Pack(string staging, DateOnly day, int number) => string.Create(CultureInfo.InvariantCulture, $"{PacksOf(staging, day)}{number:D6}");

    /// <summary>The rows after the first of a chunk that one row cannot hold.</summary>
    public static string ChunkPart(string chunk, int part) => part == 0 ? chunk : string.Create(CultureInfo.InvariantCulture, $"{chunk}|{part:D3}");

    public static string Fence(string move) => Fences + move;

    public static string Moving(string move, int part) => string.Create(CultureInfo.InvariantCulture, $"{Movings}{move}|{part:D3}");

    public static string Answer(string staging, int part) => string.Create(CultureInfo.InvariantCulture, $"{Answers}{staging}|{part:D3}");

    /// <exception cref="ArgumentException">The key holds what no row key may hold; order of listing would suffer from escaping.</exception>
    public static string Note(string key)
    {
        foreach (var c in key)
        {
            if (c is < ' ' or > '~' or '/' or '\\' or '#' or '?')
                throw new ArgumentException("A note's key holds printable ASCII without / \\ # ?, this one does not: " + key, nameof(key));
        }

        return Notes + key;
    }

    public static string Word(Period period) => period == Drawer.Period ? Drawer.Word : period.ToString();

    public static string Word(DateOnly day) => day == Drawer.Day ? Drawer.Word : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Period PeriodOf(string word)
    {
        if (word == Drawer.Word)
            return Drawer.Period;
        return Period.TryParse(word, out var period) ? period : throw new InvalidDataException("A row key names the month " + word + ".");
    }

    public static DateOnly DayOf(string word) =>
        word == Drawer.Word ? Drawer.Day : DateOnly.ParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Splits <c>commit|sequence|month</c>.</summary>
    public static (long Sequence, Period Period) ParseCommit(string key)
    {
        var parts = key.Split('|');
        return (long.Parse(parts[1], CultureInfo.InvariantCulture), PeriodOf(parts[2]));
    }

    /// <summary>Splits <c>pack|staging|day|n</c> and <c>pack|staging|day|n|part</c>.</summary>
    public static (ChunkRef Chunk, int Part) ParsePack(string key)
    {
        var parts = key.Split('|');
        return (new ChunkRef(DayOf(parts[2]), parts[1], int.Parse(parts[3], CultureInfo.InvariantCulture)) { IsPack = true }, parts.Length < 5 ? 0 : int.Parse(parts[4], CultureInfo.InvariantCulture));
    }

    /// <summary>Splits <c>chunk|day|staging|n</c> and <c>chunk|day|staging|n|part</c>.</summary>
    public static (DateOnly Day, string Staging, int Number, int Part) ParseChunk(string key)
    {
        var parts = key.Split('|');
        return (DayOf(parts[1]), parts[2], int.Parse(parts[3], CultureInfo.InvariantCulture), parts.Length < 5 ? 0 : int.Parse(parts[4], CultureInfo.InvariantCulture));
    }
}
