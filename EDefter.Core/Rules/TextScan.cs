using System.Buffers;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Rules;

/// <summary>
/// Looks once at every text of a voucher for characters that a ledger cannot hold, for needless spaces and for letters read in the wrong encoding. Clean texts, which are nearly all,
/// leave after one vectorised pass.
/// </summary>
public static class TextScan
{
    // XML 1.0 allows tab, line feed and carriage return (a separate rule speaks of separators); C1 controls are allowed there but print as nothing.
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(SuspiciousCharacters());

    // The one white space between U+00A1 and U+1FFF.
    private const char OghamSpace = '\u1680';

    private const int HalfBlock = 4;

    private static readonly SearchValues<char> NoBreakSpaces = SearchValues.Create("\u00a0\u2007\u202f");

    /// <summary>The first UTF-16 unit that is no XML 1.0 character, is a control character, or is a surrogate without its partner; null when there is none.</summary>
    public static char? FirstForbidden(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || c is '\ufffe' or '\uffff' || (char.IsControl(c) && c is not ('\t' or '\n' or '\r')))
                return c;
        }

        return null;
    }

    /// <summary>Spaces at an end, two in a row, or a no-break space anywhere.</summary>
    public static bool HasNeedlessSpace(string text) =>
        text.Length > 0
        && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.Contains("  ", StringComparison.Ordinal) || text.AsSpan().ContainsAny(NoBreakSpaces));

    /// <returns>What is wrong with the voucher's texts, in the order of its members; empty when nothing is.</returns>
    internal static IReadOnlyList<TextFault> Of(VoucherFacts facts)
    {
        List<TextFault>? faults = null;
        var voucher = facts.Voucher;
        Look(voucher.Number, TextFields.Number, line: null, ref faults);
        Look(voucher.EnteredBy, TextFields.EnteredBy, line: null, ref faults);
        Look(voucher.EnteredByUser, TextFields.EnteredByUser, line: null, ref faults);
        Look(voucher.Comment, TextFields.Comment, line: null, ref faults);
        LookAtDocument(voucher.Document, line: null, ref faults);
        foreach (ref readonly var line in facts.Lines)
            LookAtLine(line.Line, line.Number, ref faults);
        return faults ?? (IReadOnlyList<TextFault>)[];
    }

    private static void LookAtLine(VoucherLine line, int number, ref List<TextFault>? faults)
    {
        Look(line.Account, TextFields.Account, number, ref faults);
        Look(line.AccountName, TextFields.AccountName, number, ref faults);
        Look(line.MainAccount, TextFields.MainAccount, number, ref faults);
        Look(line.MainAccountName, TextFields.MainAccountName, number, ref faults);
        Look(line.Description, TextFields.Description, number, ref faults);
        LookAtDocument(line.Document, number, ref faults);
        Look(line.PaymentMethod, TextFields.PaymentMethod, number, ref faults);
        if (line.Partner is { } partner)
        {
            Look(partner.TaxId, TextFields.PartnerTaxId, number, ref faults);
            Look(partner.Name, TextFields.PartnerName, number, ref faults);
        }

        if (line.Original is { } original)
        {
            Look(original.RateSource, TextFields.RateSource, number, ref faults);
            Look(original.RateComment, TextFields.RateComment, number, ref faults);
        }
    }

    private static void LookAtDocument(SourceDocument? document, int? line, ref List<TextFault>? faults)
    {
        if (document is null)
            return;
        Look(document.TypeDescription, TextFields.DocumentDescription, line, ref faults);
        Look(document.Number, TextFields.DocumentNumber, line, ref faults);
    }

    private static void Look(string? text, TextField field, int? line, ref List<TextFault>? faults)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
            return;
        var forbidden = FirstForbidden(text);
        var space = HasNeedlessSpace(text) && (field.MayBeBlank || !string.IsNullOrWhiteSpace(text));
        var garbled = Mojibake.FirstGarbledWord(text);
        if (forbidden is not null || space || garbled is not null)
            (faults ??= []).Add(new TextFault(field, line, forbidden, space, garbled));
    }

    private static bool IsClean(string text) => IsOrdinary(text) || IsCleanThough(text);

    // Nearly every text holds only characters between a space and U+1FFF, no mark of garbled text and no two spaces in a row; that is seen eight characters at a time, the last eight
    // (or in a short text the last four) once more where they overlap. The character behind the last one is the zero that ends every string.
    private static bool IsOrdinary(string text)
    {
        if (text[0] is ' ' or OghamSpace || text[^1] is ' ' or OghamSpace)
            return false;
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.AsSpan()));
        if (text.Length < HalfBlock)
            return IsOrdinaryShort(text);
        if (text.Length < Vector128<ushort>.Count)
            return IsOrdinary(HalfBlocks(ref first, 0, text.Length - HalfBlock), HalfBlocks(ref first, 1, text.Length - HalfBlock + 1));
        var last = text.Length - Vector128<ushort>.Count;
        for (var i = 0; i < last; i += Vector128<ushort>.Count)
        {
            if (!IsOrdinary(Vector128.LoadUnsafe(ref first, (nuint)i), Vector128.LoadUnsafe(ref first, (nuint)i + 1)))
                return false;
        }

        return IsOrdinary(Vector128.LoadUnsafe(ref first, (nuint)last), Vector128.LoadUnsafe(ref first, (nuint)last + 1));
    }

    private static bool IsOrdinaryShort(string text)
    {
        foreach (var c in text)
        {
            if (c is not (> ' ' and <= '~'))
                return false;
        }

        return true;
    }

    private static bool IsOrdinary(Vector128<ushort> here, Vector128<ushort> next)
    {
        var space = Vector128.Create((ushort)' ');
        var isAscii = Vector128.LessThanOrEqual(here - space, Vector128.Create((ushort)('~' - ' ')));
        var isDouble = Vector128.Equals(here, space) & Vector128.Equals(next, space);
        if (Vector128.AndNot(isAscii, isDouble) == Vector128<ushort>.AllBitsSet)
            return true;
        var isLetter = Vector128.LessThanOrEqual(here - Vector128.Create((ushort)'\u00a1'), Vector128.Create((ushort)('\u1fff' - '\u00a1')));
        return ((isAscii | isLetter) & ~isDouble & ~IsMark(here)) == Vector128<ushort>.AllBitsSet;
    }

    private static Vector128<ushort> HalfBlocks(ref ushort first, int left, int right) =>
        Vector128.Create(Vector64.LoadUnsafe(ref first, (nuint)left), Vector64.LoadUnsafe(ref first, (nuint)right));

    // Mojibake.Marks up to U+00FF, and a few neighbours: Â to Å, Ð, Ý and Þ, each with its small letter.
    private static Vector128<ushort> IsMark(Vector128<ushort> characters)
    {
        var capital = characters & Vector128.Create((ushort)0xffdf);
        return Vector128.LessThanOrEqual(capital - Vector128.Create((ushort)'Â'), Vector128.Create((ushort)('Å' - 'Â')))
            | Vector128.LessThanOrEqual(capital - Vector128.Create((ushort)'Ý'), Vector128.Create((ushort)('Þ' - 'Ý')))
            | Vector128.Equals(capital, Vector128.Create((ushort)'Ð'));
    }

    private static bool IsCleanThough(string text) =>
        !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1])
        && !text.AsSpan().ContainsAny(Suspicious)
        && !text.AsSpan().ContainsAnyInRange('\ud800', '\udfff')
        && !text.Contains("  ", StringComparison.Ordinal);

    private static string SuspiciousCharacters()
    {
        var characters = new List<char>(Mojibake.Marks) { '\u00a0', '\u2007', '\u202f', '\ufffe', '\uffff' };
        for (var c = '\0'; c <= '\u009f'; c++)
        {
            if (char.IsControl(c) && c is not ('\t' or '\n' or '\r'))
                characters.Add(c);
        }

        return new string([.. characters]);
    }
}
