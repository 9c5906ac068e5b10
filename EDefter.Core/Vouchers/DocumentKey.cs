namespace EDefter.Core.Vouchers;

/// <summary>
/// What tells one document from another: its type, number and date as sent. Blanks and control characters do not tell documents apart, because they
/// get lost on the way (MET001, MET004). Two lines with equal keys rest on one document.
/// </summary>
/// <param name="Type">As on the wire, without blanks.</param>
/// <param name="Number">As on the wire, without blanks.</param>
/// <param name="Date">As on the wire.</param>
public readonly record struct DocumentKey(string Type, string Number, string Date)
{
    /// <returns>Null for no document, or one that says nothing.</returns>
    public static DocumentKey? Of(SourceDocument? document) =>
        document is { IsEmpty: false } given ? new DocumentKey(Compact(given.Type), Compact(given.Number), given.Date.ToString()) : null;

    private static string Compact(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return string.Empty;
        foreach (var c in text)
        {
            if (IsNothing(c))
                return string.Concat(text.Where(static c => !IsNothing(c)));
        }

        return text;
    }

    private static bool IsNothing(char c) => char.IsWhiteSpace(c) || char.IsControl(c);
}
