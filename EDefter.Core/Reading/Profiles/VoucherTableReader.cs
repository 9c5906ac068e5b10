using System.Text;
using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Reading.Profiles;

/// <summary>
/// Reads people's workbooks and CSV files as vouchers: one row per line, rows with the same identity are one voucher wherever they stand. All of it is
/// read before the first voucher is told, because the last row may belong to the first one; memory is bounded by <see cref="RowsMax"/>.
/// </summary>
public sealed class VoucherTableReader
{
    /// <summary>Rows of a table; more are refused before anything is stored.</summary>
    public const int RowsMax = 200_000;

    private readonly RowReader reader;
    private readonly ReadingProfile profile;
    private readonly ReadTable table;
    private readonly Dictionary<string, VoucherDraft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (VoucherDraft Draft, bool NamesId)> groups = new(StringComparer.Ordinal);
    private readonly List<VoucherDraft> order = [];
    private readonly List<RejectedRow> rejected = [];

    private VoucherTableReader(ReadingProfile profile, int rowsMax, int rowsWanted = int.MaxValue)
    {
        this.profile = profile;
        reader = new RowReader(profile);
        table = new ReadTable(profile, rowsMax) { RowsWanted = rowsWanted };
    }

    /// <summary>Reads a whole file.</summary>
    /// <param name="stream">Seekable; left open.</param>
    /// <param name="isWorkbook">An .xlsx; else delimited text.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="rowsMax">More rows are refused.</param>
    /// <returns>Vouchers in the order of their first rows, each read as its JSON would be; then what was rejected.</returns>
    /// <exception cref="UnreadableTableException">Nothing can be read.</exception>
    /// <exception cref="TableLimitException">It is too large.</exception>
    /// <exception cref="InvalidDataException">It is no workbook, or a broken one.</exception>
    public static IEnumerable<VoucherRow> Read(Stream stream, bool isWorkbook, ReadingProfile profile, int rowsMax = RowsMax)
    {
        var vouchers = new VoucherTableReader(profile, rowsMax);
        vouchers.table.Read(stream, isWorkbook, vouchers.Take);
        return vouchers.Rows();
    }

    /// <summary>Shows how the first rows of a file would be read; nothing else of it is looked at.</summary>
    /// <param name="stream">Seekable; left open.</param>
    /// <param name="isWorkbook">An .xlsx; else delimited text.</param>
    /// <param name="profile">How it is read.</param>
    /// <param name="rows">Rows of each sheet to show.</param>
    /// <inheritdoc cref="Read" path="/exception"/>
    public static TablePreview Preview(Stream stream, bool isWorkbook, ReadingProfile profile, int rows)
    {
        var vouchers = new VoucherTableReader(profile, RowsMax, rows);
        var shown = new List<TableRow>();
        vouchers.table.Read(stream, isWorkbook, (at, columns, cells) =>
        {
            var row = vouchers.reader.Read(at, columns, cells);
            shown.Add(row);
            if (!profile.IsOfAccounts)
                vouchers.Take(row);
        });
        return TablePreview.Of(vouchers.table, shown, [.. vouchers.Rows()]);
    }

    private IEnumerable<VoucherRow> Rows()
    {
        drafts.Clear();
        groups.Clear();
        reader.Forget();
        for (var i = 0; i < order.Count; i++)
        {
            // What was told need not be held.
            var draft = order[i];
            order[i] = null!;
            yield return draft.Finish();
        }

        foreach (var row in rejected)
            yield return VoucherRow.Rejected(row);
        foreach (var sheet in table.Headless)
            yield return VoucherRow.Rejected(new RejectedRow(sheet, Id: null, "unreadable", "Sayfada başlık satırı bulunamadı; sayfa okunmadı. Sayfada fiş yoksa silin, varsa başlık satırını ekleyin."));
    }

    private void Take(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells) => Take(reader.Read(at, columns, cells));

    private void Take(TableRow row)
    {
        if (!row.IsEmpty)
            Add(row.At, row.Values, row.Unknown, row.Fault);
    }

    private void Add(string at, Dictionary<ReadingMember, string> values, List<(string Header, string Value)> unknown, string? fault)
    {
        if (KeyOf(values) is not { } key)
        {
            var needed = string.Join(", ", profile.GroupBy.DefaultIfEmpty(ReadingMember.Id).Where(member => member != ReadingMember.Kind && !values.ContainsKey(member)).Select(HeaderOf));
            rejected.Add(new RejectedRow(at, Id: null, "unreadable", fault ?? $"Satırın hangi fişe ait olduğu belli değil: {needed} boş. Fişin her satırında doldurun; birleştirilmiş hücreleri çözün, toplam satırlarını silin."));
            return;
        }

        if (!drafts.TryGetValue(key, out var draft))
        {
            draft = new VoucherDraft(at, profile);
            drafts.Add(key, draft);
            order.Add(draft);
        }

        draft.Add(at, values, unknown, fault);
        RejectMixed(at, values, draft);
    }

    // Rows of one number, date and kind of which some name an id and some do not: nobody knows whether they are one voucher or two.
    private void RejectMixed(string at, Dictionary<ReadingMember, string> values, VoucherDraft draft)
    {
        if (GroupOf(values) is not { } group)
            return;
        var namesId = values.ContainsKey(ReadingMember.Id);
        if (groups.TryGetValue(group, out var before) && before.NamesId != namesId)
        {
            var reason = $"Aynı numara, tarih ve türdeki satırların bir kısmında {HeaderOf(ReadingMember.Id)} dolu, bir kısmında boş. Ya hepsinde aynı değeri yazın ya da hepsinde boş bırakın.";
            draft.Reject(at, "unreadable", reason);
            before.Draft.Reject(at, "unreadable", reason);
        }

        groups[group] = (draft, namesId);
    }

    // The id is the voucher's identity; without it, what the profile groups by.
    private string? KeyOf(Dictionary<ReadingMember, string> values) => values.TryGetValue(ReadingMember.Id, out var id) ? "id\n" + id : GroupOf(values);

    // Kind alone may be missing: absent is a value of its own.
    private string? GroupOf(Dictionary<ReadingMember, string> values)
    {
        var key = new StringBuilder();
        foreach (var member in profile.GroupBy)
        {
            if (!values.TryGetValue(member, out var value) && member != ReadingMember.Kind)
                return null;
            key.Append('\n').Append(value);
        }

        return key.Length == 0 ? null : key.ToString();
    }

    private string HeaderOf(ReadingMember member) => profile.Columns.First(column => column.Member == member).Headers[0];
}
