using System.Globalization;
using EDefter.Core.Vouchers;
using EDefter.Tests.Invariants;
using Xunit;

namespace EDefter.Tests.Simulation;

/// <summary>
/// What the books must say, worked out from who asked for what and the order of the commits alone: live vouchers in a dictionary, sealed
/// months, numbers by sorting. It knows no chunk, no index, no hash, and holds every commit against laws 1 to 5 of Invariants/README.md.
/// </summary>
/// <param name="read">The canonical JSON of a live voucher, as the storage says it at this moment; null when it is not live.</param>
internal sealed class JournalModel(Func<string, string?> read)
{
    public const string Drawer = "undated";
    public const string MendedBy = "MUHASEBE SERVİSİ";

    private static readonly string[] Kinds = ["tahsil", "tediye", "mahsup"];

    private readonly Dictionary<string, IReadOnlyList<Voucher>> posts = new(StringComparer.Ordinal);

    // Of requests without an answer yet: rows that were unchanged, or of a sealed month, at some moment since they were sent.
    private readonly Dictionary<string, HashSet<string>> excused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> stored = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> deletions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> undoings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, (Voucher Before, Voucher After)>> repairs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, GivenNumbers> numbered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> undated = new(StringComparer.Ordinal);
    private readonly HashSet<string> filed = new(StringComparer.Ordinal);
    private readonly Queue<BookAct> waiting = [];

    public SortedDictionary<string, LiveVoucher> Live { get; } = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, GivenNumbers> Numbered => numbered;

    public IReadOnlySet<string> Filed => filed;

    /// <summary>Every time a month was numbered.</summary>
    public List<GivenNumbers> History { get; } = [];

    /// <summary>The acts that the ERP is told of, by fiscal year, in order: kind, voucher and number.</summary>
    public List<(string Year, string Kind, string Voucher, long? Number)> Feed { get; } = [];

    public List<BookAct> Acts { get; } = [];

    /// <summary>A request is about to be sent, once or more often, under a name of its own.</summary>
    public void WillPost(string by, IReadOnlyList<Voucher> vouchers)
    {
        posts[by] = vouchers;
        excused[by] = [];
        Excuse();
    }

    public void HasPosted(string by) => excused.Remove(by);

    public void WillDelete(string by, string id) => deletions[by] = id;

    public void WillNumber(string by) => begun[by] = Acts.Count;

    public void WillUndo(string by, string appliedBy) => undoings[by] = appliedBy;

    /// <summary>How many vouchers were stored for a request.</summary>
    public long StoredFor(string by) => stored.GetValueOrDefault(by);

    public bool HasActed(string by, string kind) => Acts.Exists(act => act.By == by && act.Kind == kind);

    public static string MonthOf(Voucher voucher) => voucher.Date.Value is { } day ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : Drawer;

    public void Take(BookAct act)
    {
        // To read a live voucher may finish a move that somebody left half-done, which is an act of its own.
        waiting.Enqueue(act);
        if (waiting.Count > 1)
            return;
        for (; waiting.TryPeek(out var next); waiting.Dequeue())
            TakeNext(next);
    }

    private void TakeNext(BookAct act)
    {
        Acts.Add(act);
        Follow(act);
        foreach (var (month, count) in act.Counts)
            Assert.True(LiveIn(month).Count == count, $"{act.By}: after {act.Kind} the head of {month} counts {count} vouchers, and these live: {string.Join(' ', LiveIn(month))}");
        Excuse();
    }

    private void Follow(BookAct act)
    {
        switch (act.Kind)
        {
            // A commit that stores nothing only takes away what has moved to another fiscal year: there it was counted.
            case "vouchers" when act.Vouchers > 0:
                Post(act);
                break;
            case "deletion":
                Assert.True(Live.Remove(deletions[act.By], out var gone), $"{act.By} deleted what was not there");
                AssertOpen(act, MonthOf(gone.Now));
                undated.Remove(gone.Now.Id);
                break;
            case "repair":
                Repair(act);
                break;
            case "undo":
                Undo(act);
                break;
            case "number":
                Number(act);
                break;
            case "unnumber":
                Unnumber(act);
                break;
            case "file":
                Assert.True(numbered.ContainsKey(act.Months[0]) && filed.Add(act.Months[0]), $"{act.By} filed {act.Months[0]}");
                break;
            case "revoke":
                Assert.True(filed.Remove(act.Months[0]), $"{act.By} revoked {act.Months[0]}");
                break;
        }
    }

    private void Post(BookAct act)
    {
        var count = 0L;
        var due = posts[act.By].Where(voucher => YearOf(MonthOf(voucher)) == act.Year && !IsSettled(voucher)).ToList();
        foreach (var voucher in due)
        {
            var json = CleanVouchers.Json(voucher);
            // Rows are judged as they come, and committed later: what was unchanged or sealed in between may stay as it is.
            if (due.Count > act.Vouchers && excused[act.By].Contains(voucher.Id) && read(voucher.Id) != json)
                continue;
            Live[voucher.Id] = new LiveVoucher(voucher, json);
            if (act.Year == Drawer)
                undated[voucher.Id] = Acts.Count;
            else
                undated.Remove(voucher.Id);
            count++;
        }

        Assert.True(count == act.Vouchers, $"{act.By}: {act.Vouchers} vouchers were stored in {act.Year}, {count} could be");
        stored[act.By] = StoredFor(act.By) + count;
    }

    private void Repair(BookAct act)
    {
        var month = act.Months[0];
        AssertOpen(act, month);
        var mended = new Dictionary<string, (Voucher, Voucher)>(StringComparer.Ordinal);
        foreach (var (id, known) in Live.Where(pair => MonthOf(pair.Value.Now) == month && pair.Value.Now.EnteredBy is null).ToList())
        {
            var after = known.Now with { EnteredBy = MendedBy };
            mended[id] = (known.Now, after);
            Live[id] = known with { Now = after };
            Feed.Add((act.Year, "repair", id, null));
        }

        Assert.True(mended.Count == act.Vouchers, $"{act.By}: {act.Vouchers} vouchers were mended in {month}, {mended.Count} had to be");
        repairs[act.By] = mended;
    }

    private void Undo(BookAct act)
    {
        AssertOpen(act, act.Months[0]);
        var undone = repairs[undoings[act.By]];
        Assert.Equal(undone.Count, act.Vouchers);
        foreach (var (id, (before, after)) in undone)
        {
            Assert.True(CleanVouchers.Json(Live[id].Now) == CleanVouchers.Json(after), $"{act.By} undid over a later version of {id}");
            Live[id] = Live[id] with { Now = before };
            Feed.Add((act.Year, "undo", id, null));
        }
    }

    private void Number(BookAct act)
    {
        var month = act.Months[0];
        AssertOpen(act, month);
        var vouchers = Live.Values.Select(live => live.Now).Where(voucher => MonthOf(voucher) == month).ToList();
        Assert.True(vouchers.TrueForAll(voucher => voucher.EnteredBy is not null), $"{act.By} numbered {month} with a standing error");
        // The drawer shares no transaction with a month: what came into it while the numbers were being given is not seen.
        Assert.True(undated.Values.All(since => !begun.TryGetValue(act.By, out var asked) || since > asked), $"{act.By} numbered {month} over an undated voucher");
        var before = numbered.Values.LastOrDefault(given => YearOf(given.Month) == act.Year);
        Assert.True(before is null ? month is "2024-12" or "2025-01" : string.CompareOrdinal(before.Month, month) < 0, $"{act.By} numbered {month} after {before?.Month}");
        var first = before is null ? 1 : before.First + before.Ids.Count;
        Assert.Equal(first, act.First);
        var ids = vouchers.OrderBy(voucher => voucher.Date.Value).ThenBy(voucher => Array.IndexOf(Kinds, voucher.Kind)).ThenBy(voucher => voucher.Id, StringComparer.Ordinal).Select(voucher => voucher.Id).ToList();
        var given = new GivenNumbers(month, act.By, act.Chain!, first, ids);
        numbered[month] = given;
        History.Add(given);
        Feed.AddRange(ids.Select((id, rank) => (act.Year, "number", id, (long?)(first + rank))));
    }

    private void Unnumber(BookAct act)
    {
        Assert.True(numbered.Remove(act.Months[0], out var taken) && !filed.Contains(act.Months[0]), $"{act.By} took the numbers of {act.Months[0]} back");
        Assert.True(numbered.Keys.All(month => YearOf(month) != act.Year || string.CompareOrdinal(month, act.Months[0]) < 0), $"{act.By} left a gap in {act.Year}");
        Feed.AddRange(taken.Ids.Select((id, rank) => (act.Year, "unnumber", id, (long?)(taken.First + rank))));
    }

    private List<string> LiveIn(string month) => [.. Live.Values.Select(live => live.Now).Where(voucher => MonthOf(voucher) == month).Select(voucher => voucher.Id)];

    private void Excuse()
    {
        foreach (var (by, rows) in excused)
            rows.UnionWith(posts[by].Where(IsSettled).Select(voucher => voucher.Id));
    }

    /// <summary>There is nothing to store of what the ERP sends: it is there already, or its month takes nothing.</summary>
    private bool IsSettled(Voucher voucher)
    {
        var known = Live.GetValueOrDefault(voucher.Id);
        return known?.Erp == CleanVouchers.Json(voucher) || IsSealed(voucher) || (known is not null && IsSealed(known.Now));
    }

    private bool IsSealed(Voucher voucher) => numbered.ContainsKey(MonthOf(voucher));

    private void AssertOpen(BookAct act, string month) => Assert.False(numbered.ContainsKey(month), $"{act.By}: {act.Kind} in {month}, which is sealed");

    private static string YearOf(string month) => month == Drawer ? Drawer : month[..4] + "-01-01";
}
