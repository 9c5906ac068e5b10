using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>The small words that planters are written with.</summary>
internal static class Plant
{
    public static IReadOnlyList<int> Head(Voucher voucher) => [];

    public static IReadOnlyList<int> First(Voucher voucher) => [1];

    public static IReadOnlyList<int> Second(Voucher voucher) => [2];

    public static IReadOnlyList<int> Every(Voucher voucher) => [.. Enumerable.Range(1, voucher.Lines.Count)];

    public static bool IsSimple(Voucher voucher, string module) => voucher.Module == module && voucher.Lines.Count == 2;

    /// <summary>The voucher with one line changed.</summary>
    /// <param name="voucher">A voucher.</param>
    /// <param name="n">1-based.</param>
    /// <param name="change">What becomes of the line.</param>
    public static Voucher Line(this Voucher voucher, int n, Func<VoucherLine, VoucherLine> change) =>
        voucher with { Lines = [.. voucher.Lines.Select((line, i) => i == n - 1 ? change(line) : line)] };

    public static Voucher EveryLine(this Voucher voucher, Func<VoucherLine, VoucherLine> change) => voucher with { Lines = [.. voucher.Lines.Select(change)] };

    public static Voucher EveryDocument(this Voucher voucher, Func<SourceDocument, SourceDocument> change) =>
        voucher.EveryLine(line => line.Document is null ? line : line with { Document = change(line.Document) });
}
