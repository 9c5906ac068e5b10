using System.Text;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Headers and words as they are compared: people write FİŞ NO, Fiş No. and fiş  no.</summary>
internal static class HeaderText
{
    /// <summary>Capital letters, the four letters of i as one, no white space, no points.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '.' or ':' or '*' or '_' or '\ufeff')
                continue;
            folded.Append(c is 'i' or 'ı' or 'İ' or 'I' ? 'I' : char.ToUpperInvariant(c));
        }

        return folded.ToString();
    }
}
