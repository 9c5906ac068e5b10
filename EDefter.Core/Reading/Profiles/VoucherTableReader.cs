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

    private readonly CellReading reading;
    private readonly ReadingProfile profile;
    private readonly ReadTable table;
    private readonly Dictionary<string, VoucherDraft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (VoucherDraft Draft, bool NamesId)> groups = new(StringComparer.Ordinal);
    private readonly List<VoucherDraft> order = [];
    private readonly List<RejectedRow> rejected = [];
    private readonly Dictionary<string, string> pool = new(StringComparer.Ordinal);

    private VoucherTableReader(ReadingProfile profile, int rowsMax)
    {
        this.profile = profile;
        reading = new CellReading(profile);
        table = new ReadTable(profile, rowsMax);
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
        var reader = new VoucherTableReader(profile, rowsMax);
        if (isWorkbook)
            reader.table.ReadWorkbook(stream, reader.Take);
        else
            reader.table.ReadText(stream, reader.Take);
        return reader.Rows();
    }

    private IEnumerable<VoucherRow> Rows()
    {
        drafts.Clear();
        groups.Clear();
        pool.Clear();
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

    private void Take(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells)
    {
        var values = new Dictionary<ReadingMember, string>();
        var unknown = new List<(string Header, string Value)>();
        string? fault = null;
        for (var i = 0; i < cells.Count; i++)
        {
            var header = i < columns.Count ? columns[i].Header : string.Empty;
            try
            {
                if (i < columns.Count && columns[i].Member is { } member)
                {
                    if (reading.Read(member, cells[i]) is { } value)
                        values[member] = Pooled(value);
                }
                else if (!cells[i].IsEmpty)
                {
                    unknown.Add((header.Length == 0 ? $"{i + 1}. sütun" : header, cells[i].Text));
                }
            }
            catch (UnreadableVoucherException exception)
            {
                fault ??= $"{header}: {exception.Message}.";
            }
        }

        if (values.Count == 0 && fault is null && unknown.Count == 0)
            return;
        Add(at, values, unknown, fault);
    }

    private void Add(string at, Dictionary<ReadingMember, string> values, List<(string Header, string Value)> unknown, string? fault)
    {
        if (KeyOf(values) is not { } key)
        {
            var needed = string.Join(", ", profile.GroupBy.Where(member => member != ReadingMember.Kind && !values.ContainsKey(member)).Select(HeaderOf));
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

    // The same names and codes stand in thousands of rows.
    private string Pooled(string value)
    {
        if (value.Length > 64 || pool.Count > 100_000)
            return value;
        if (pool.TryGetValue(value, out var known))
            return known;
        pool.Add(value, value);
        return value;
    }
}
