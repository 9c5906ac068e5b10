using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Storage;

/// <summary>What the log's contract says, in a dictionary: no chunks, no commits, no indexes.</summary>
internal sealed class BookModel(Company company)
{
    private readonly Dictionary<string, (string Now, string? Erp, Voucher Voucher)> vouchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Voucher> sent = new(StringComparer.Ordinal);
    private readonly HashSet<Period> sealedMonths = [];

    public SortedDictionary<string, string> Live => new(vouchers.ToDictionary(pair => pair.Key, pair => pair.Value.Now), StringComparer.Ordinal);

    /// <summary>What the ERP sent last of a live voucher.</summary>
    public Voucher? ErpVersion(string id) => vouchers.TryGetValue(id, out var known) && known.Erp is not null ? sent[id] : null;

    public bool Toggle(Period period)
    {
        if (sealedMonths.Remove(period))
            return false;
        sealedMonths.Add(period);
        return true;
    }

    /// <summary>Row by row, as if each were sent by itself; which repairs were superseded is told by what the request leaves in the end.</summary>
    public (long Stored, int Rejected, int Superseded) Post(IEnumerable<Voucher> posted)
    {
        var (stored, rejected) = (0L, 0);
        var repaired = vouchers.Where(pair => pair.Value.Now != pair.Value.Erp).ToDictionary(pair => pair.Key, pair => pair.Value.Now, StringComparer.Ordinal);
        foreach (var voucher in posted)
        {
            var json = Json(voucher);
            var isKnown = vouchers.TryGetValue(voucher.Id, out var known);
            if (isKnown && known.Erp == json)
                continue;
            if (IsSealed(voucher) || (isKnown && IsSealed(known.Voucher)))
            {
                rejected += isKnown && known.Now == json ? 0 : 1;
                continue;
            }

            vouchers[voucher.Id] = (json, json, voucher);
            sent[voucher.Id] = voucher;
            stored++;
        }

        return (stored, rejected, repaired.Count(pair => vouchers[pair.Key].Now != pair.Value));
    }

    public bool? Delete(string id)
    {
        if (!vouchers.TryGetValue(id, out var known))
            return null;
        return !IsSealed(known.Voucher) && vouchers.Remove(id);
    }

    public bool Repair(Voucher voucher)
    {
        var json = Json(voucher);
        var isKnown = vouchers.TryGetValue(voucher.Id, out var known);
        if ((isKnown && known.Now == json) || IsSealed(voucher) || (isKnown && IsSealed(known.Voucher)))
            return false;
        vouchers[voucher.Id] = (json, known.Erp, voucher);
        return true;
    }

    private bool IsSealed(Voucher voucher) => voucher.Date.Value is { } day && company.YearOf(day) is not null && sealedMonths.Contains(Period.Of(day));

    private static string Json(Voucher voucher) => Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher));
}
