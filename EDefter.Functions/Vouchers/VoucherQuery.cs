using System.Globalization;
using EDefter.Core.Vouchers;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Receiving;

namespace EDefter.Functions.Vouchers;

/// <summary>The query of GET …/vouchers.</summary>
public sealed record VoucherQuery(string Period, DateOnly? Day, VoucherState? State, string? StateWord, string? After, int Size)
{
    private const int SizeDefault = 100;

    public static Outcome<VoucherQuery> Read(HttpRequest request)
    {
        var query = request.Query;
        DateOnly? day = null;
        if (query["day"].ToString() is { Length: > 0 } dayText)
        {
            if (!DateOnly.TryParseExact(dayText, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
                return Refusals.InvalidRange(dayText, dayText);
            day = read;
        }

        VoucherState? state = null;
        var stateWord = query["state"].ToString() is { Length: > 0 } word ? word : null;
        if (stateWord is not null && (state = VoucherStates.Parse(stateWord)) == VoucherState.Unknown)
            return Refusals.InvalidBody($"\"{stateWord}\" bir fiş durumu değil; approved, checked, prepared, planned ya da cancelled olmalıdır.");
        var size = int.TryParse(query["size"], NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? Math.Clamp(asked, 1, VoucherPages.PageMost) : SizeDefault;
        var period = query["p"].ToString() is { Length: > 0 } given ? given : day is { } only ? Core.Companies.Period.Of(only).ToString() : string.Empty;
        return new VoucherQuery(period, day, state, stateWord, query["after"].ToString() is { Length: > 0 } after ? after : null, size);
    }

    /// <summary>The path of the next page with its query, or null on the last.</summary>
    public string? NextPath(string company, string branch, string? cursor)
    {
        if (cursor is null)
            return null;
        var day = Day is { } only ? "&day=" + only.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : string.Empty;
        var state = StateWord is null ? string.Empty : "&state=" + StateWord;
        return string.Create(CultureInfo.InvariantCulture, $"/api/companies/{company}/{branch}/vouchers?p={Period}{day}{state}&size={Size}&after={cursor}");
    }
}
