using System.Buffers;
using System.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>
/// Texts as a text format may hold them. A text in which nothing means anything to the format is taken as it is; the others are looked at
/// character by character: explanatory text is adapted as the profile says (and the adaption noted), a code is taken exactly or noted as
/// unwritable.
/// </summary>
/// <param name="policy">What may be done to text.</param>
/// <param name="encoder">The format's encoding.</param>
/// <param name="holdsLineBreaks">Line breaks can stand inside a value: quotes or tags say where it ends.</param>
/// <param name="notes">Where adaptions and refusals go.</param>
internal sealed class ValueText(TextPolicy policy, TextEncoder encoder, bool holdsLineBreaks, WritingNotes notes)
{
    // Control characters mean something to no format and must not reach a file.
    private readonly SearchValues<char> attention = SearchValues.Create([.. policy.Replace.Keys, .. Enumerable.Range(0, ' ').Select(c => (char)c), '\u007f', '\ufffe', '\uffff']);
    private readonly StringBuilder adapted = new();

    /// <summary>What is written for a value.</summary>
    /// <param name="column">Where it stands.</param>
    /// <param name="text">The value.</param>
    /// <param name="empty">The column's word for nothing.</param>
    public string Of(ProfileColumn column, string? text, string empty)
    {
        if (string.IsNullOrEmpty(text))
            return empty;
        if (text.AsSpan().ContainsAny(attention) || !encoder.HasAll(text))
            text = column.Nature == FieldNature.Text ? Adapt(column, text) : Exact(column, text);
        if (text.Length > column.CharactersMax)
            text = Shortened(column, text);
        notes.Written(column, text);
        // The words of a profile are its own affair: it may write "other" for no document at all.
        if (text.Length > 0 && text == empty && column.Nature != FieldNature.Word)
            notes.Add(UnwritableReason.LooksEmpty, column);
        // A text of nothing but invisible characters may be nothing after its substitution.
        return text.Length == 0 ? empty : text;
    }

    private string Shortened(ProfileColumn column, string text)
    {
        if (column.Nature == FieldNature.Text && column.Field is { } field)
        {
            notes.Adjusted(AdjustmentKind.Shortened, field, TextCut.Ellipsis, "…");
            return TextCut.At(text, column.CharactersMax!.Value);
        }

        notes.Add(UnwritableReason.TooLong, column);
        return text;
    }

    // A code is never changed. What is returned is written, but the archive is refused.
    private string Exact(ProfileColumn column, string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = Read(text, ref i);
            if (character is not { } rune)
                notes.Add(UnwritableReason.IllegalCharacter, column, text[i]);
            else if (rune.IsBmp && policy.Replace.ContainsKey((char)rune.Value))
                notes.Add(UnwritableReason.Separator, column, rune.Value);
            else if (IsIllegal(rune))
                notes.Add(UnwritableReason.IllegalCharacter, column, rune.Value);
            else if (!Has(rune))
                notes.Add(UnwritableReason.LackingCharacter, column, rune.Value);
            else
                continue;
            return string.Empty;
        }

        return text;
    }

    private string Adapt(ProfileColumn column, string text)
    {
        adapted.Clear();
        for (var i = 0; i < text.Length; i++)
        {
            if (Read(text, ref i) is not { } rune)
            {
                notes.Add(UnwritableReason.IllegalCharacter, column, text[i]);
                return string.Empty;
            }

            // CR LF is one line break.
            if (rune.Value == '\r' && i + 1 < text.Length && text[i + 1] == '\n' && policy.Replace.ContainsKey('\n'))
                continue;
            if (!Adapt(column, rune))
                return string.Empty;
        }

        return adapted.ToString();
    }

    private bool Adapt(ProfileColumn column, Rune rune)
    {
        if (rune.IsBmp && policy.Replace.TryGetValue((char)rune.Value, out var replacement))
        {
            adapted.Append(replacement);
            notes.Adjusted(AdjustmentKind.Replaced, column.Field!.Value, rune.Value, replacement);
        }
        else if (IsIllegal(rune))
        {
            notes.Add(UnwritableReason.IllegalCharacter, column, rune.Value);
            return false;
        }
        else if (Has(rune))
        {
            adapted.Append(rune.ToString());
        }
        else if (policy.Substitute.GetValueOrDefault(rune.ToString(), policy.SubstituteElse!) is { } substitute)
        {
            adapted.Append(substitute);
            notes.Adjusted(AdjustmentKind.Substituted, column.Field!.Value, rune.Value, substitute);
        }
        else
        {
            notes.Add(UnwritableReason.LackingCharacter, column, rune.Value);
            return false;
        }

        return true;
    }

    // Where something says where a value ends, line breaks and tabs can stand inside it; elsewhere the profile had to say what replaces them.
    private bool IsIllegal(Rune rune) => rune.Value switch
    {
        '\t' => false,
        '\r' or '\n' => !holdsLineBreaks,
        _ => rune.Value < ' ' || rune.Value is '\ufffe' or '\uffff',
    };

    private bool Has(Rune rune) => rune.IsBmp ? encoder.Has((char)rune.Value) : encoder.HasAll(rune.ToString());

    // Moves i to the last unit of the character; null for half of a pair.
    private static Rune? Read(string text, ref int i)
    {
        if (!Rune.TryGetRuneAt(text, i, out var rune))
            return null;
        i += rune.Utf16SequenceLength - 1;
        return rune;
    }
}
