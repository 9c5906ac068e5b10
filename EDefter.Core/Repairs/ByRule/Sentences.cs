using System.Text;
using EDefter.Core.Reading;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>Adds to a free text of a voucher what would otherwise be lost.</summary>
internal static class Sentences
{
    private const string Separator = " - ";

    /// <returns>Null when the text would become longer than a voucher's text may be.</returns>
    public static string? Append(string? text, string addition)
    {
        if (string.IsNullOrWhiteSpace(text))
            return addition;
        var whole = text + Separator + addition;
        return Encoding.UTF8.GetByteCount(whole) <= VoucherLimits.TextBytesMax ? whole : null;
    }
}
