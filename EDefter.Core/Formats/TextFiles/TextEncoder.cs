using System.Text;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>Text into the bytes of one encoding; says beforehand which characters it has.</summary>
internal abstract class TextEncoder
{
    private static readonly Lazy<TextEncoder> Turkish = new(() => new SingleByteEncoder(CodePagesEncodingProvider.Instance.GetEncoding(1254)!));

    public static TextEncoder Of(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Utf8 => Utf8Encoder.Instance,
        TextEncoding.Windows1254 => Turkish.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, message: null),
    };

    /// <summary>The encoding has this UTF-16 unit; a half of a pair counts as had where pairs can be written.</summary>
    public abstract bool Has(char c);

    /// <summary>Every character of the text can be written as it stands (halves of pairs must be whole pairs).</summary>
    public abstract bool HasAll(ReadOnlySpan<char> text);

    /// <summary>Writes text of which <see cref="HasAll"/> is true.</summary>
    public abstract void Write(ReadOnlySpan<char> text, ByteBuffer output);
}
