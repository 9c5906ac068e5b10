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
    internal static IReadOnlyList<TextFault> Of(Voucher voucher)
    {
        List<TextFault>? faults = null;
        Look(voucher.Number, TextFields.Number, line: null, ref faults);
        Look(voucher.EnteredBy, TextFields.EnteredBy, line: null, ref faults);
        Look(voucher.EnteredByUser, TextFields.EnteredByUser, line: null, ref faults);
        Look(voucher.Comment, TextFields.Comment, line: null, ref faults);
        LookAtDocument(voucher.Document, line: null, ref faults);
        for (var i = 0; i < voucher.Lines.Count; i++)
            LookAtLine(voucher.Lines[i], i + 1, ref faults);
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

    // Nearly every text holds only characters between a space and U+1FFF, no mark of garbled text and no two spaces in a row; that is seen in one pass, eight characters at a time.
    private static bool IsOrdinary(string text)
    {
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return false;
        ref var first = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(text.AsSpan()));
        var i = 0;
        for (; i + Vector128<ushort>.Count < text.Length; i += Vector128<ushort>.Count)
        {
            var here = Vector128.LoadUnsafe(ref first, (nuint)i);
            var next = Vector128.LoadUnsafe(ref first, (nuint)i + 1);
            var isAscii = Vector128.LessThanOrEqual(here - Vector128.Create((ushort)' '), Vector128.Create((ushort)('~' - ' ')));
            var isLetter = Vector128.LessThanOrEqual(here - Vector128.Create((ushort)'\u00a1'), Vector128.Create((ushort)('\u1fff' - '\u00a1')));
            var isDouble = Vector128.Equals(here, Vector128.Create((ushort)' ')) & Vector128.Equals(next, Vector128.Create((ushort)' '));
            if (((isAscii | isLetter) & ~isDouble & ~IsMark(here)) != Vector128<ushort>.AllBitsSet)
                return false;
        }

        for (; i < text.Length; i++)
        {
            if (text[i] is > ' ' and <= '~')
                continue;
            var isOrdinary = text[i] == ' ' ? text[i + 1] != ' ' : text[i] is >= '\u00a1' and <= '\u1fff' && !Mojibake.Marks.Contains(text[i], StringComparison.Ordinal);
            if (!isOrdinary)
                return false;
        }

        return true;
    }

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
