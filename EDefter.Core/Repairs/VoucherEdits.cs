using EDefter.Core.Vouchers;

namespace EDefter.Core.Repairs;

/// <summary>Carries changes out on a voucher. Knows nothing of rules: a change means the same whoever proposed it.</summary>
internal static class VoucherEdits
{
    /// <summary>What stands where the change is to be made, as a plan shows it; null for nothing.</summary>
    public static string? Read(Voucher voucher, ChangeKind kind, int? line, string field)
    {
        if (kind == ChangeKind.SplitLine)
            return line is { } number && number <= voucher.Lines.Count ? LineText.Amounts(voucher.Lines[number - 1]) : null;
        if (kind == ChangeKind.SplitVoucher)
            return DivisionText.Before(voucher);
        return LegalText.Show(VoucherFields.Get(voucher, line, field));
    }

    /// <summary>Makes the changes in their order.</summary>
    public static Voucher Apply(Voucher voucher, IEnumerable<Edit> edits)
    {
        // Lines are copied once, however many changes they get: an opening voucher may have thousands.
        List<VoucherLine>? lines = null;
        foreach (var edit in edits)
        {
            if (edit.IsDivision)
                Divide(lines ??= [.. voucher.Lines], edit.Parts!);
            else if (edit.IsStructural)
                ApplyToLines(lines ??= [.. voucher.Lines], edit.Line, edit.After);
            else if (edit.Line is { } number)
                (lines ??= [.. voucher.Lines])[number - 1] = VoucherFields.Set(lines[number - 1], edit.Field, Written(edit.After));
            else
                voucher = VoucherFields.Set(voucher, edit.Field, Written(edit.After));
        }

        return lines is null ? voucher : voucher with { Lines = lines };
    }

    private static void Divide(List<VoucherLine> lines, IReadOnlyList<ChangePart> parts)
    {
        foreach (var part in parts)
        {
            foreach (var line in part.Lines)
                lines[line - 1] = lines[line - 1] with { Part = VoucherParts.Write(part.Part) };
        }
    }

    // An empty text is written as no text; as a candidate it is how a person chooses to clear a member.
    private static string? Written(string? after) => string.IsNullOrEmpty(after) ? null : after;

    private static void ApplyToLines(List<VoucherLine> lines, int? line, string? after)
    {
        if (line is not { } number)
        {
            lines.AddRange(LineText.Read(after!));
            return;
        }

        var divided = lines[number - 1];
        lines.RemoveAt(number - 1);
        if (after is null)
            return;
        var halves = LineText.Read(after);
        for (var i = 0; i < halves.Count; i++)
            lines.Insert(number - 1 + i, divided with { Debit = halves[i].Debit, Credit = halves[i].Credit, Side = halves[i].Side });
    }
}
