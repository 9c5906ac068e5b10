using System.Buffers;
using EDefter.Core.Text;

namespace EDefter.Core.Formats.TextFiles;

/// <summary>Values between separators, in quotes where the profile wants them.</summary>
internal sealed class QuotedFields : FieldBytes
{
    private readonly Quoting quoting;
    private readonly TextEncoder encoder;
    private readonly SearchValues<char> quoted;

    public QuotedFields(Profile profile, TextForm form, IReadOnlyDictionary<string, string> parameters, WritingNotes notes, ByteBuffer bytes)
        : base(profile, parameters, new ValueText(profile.Text, TextEncoder.Of(form.Encoding), form.Quoting != Quoting.Never, notes), notes, bytes)
    {
        quoting = form.Quoting;
        encoder = TextEncoder.Of(form.Encoding);
        quoted = SearchValues.Create([.. form.Separator, '"', '\r', '\n']);
    }

    /// <summary>Text as it is, without quotes: the word that begins a record.</summary>
    public void Bare(string text) => encoder.Write(text, Bytes);

    public override void Fixed(string text)
    {
        if (!IsQuoted(text))
        {
            encoder.Write(text, Bytes);
            return;
        }

        Bytes.Write("\""u8);
        encoder.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal), Bytes);
        Bytes.Write("\""u8);
    }

    // Numbers and dates never need quotes; they wear them where every value does.
    protected override void Mark()
    {
        if (quoting is Quoting.Always or Quoting.Filled)
            Bytes.Write("\""u8);
    }

    private bool IsQuoted(string text) => quoting switch
    {
        Quoting.Never => false,
        Quoting.WhenNeeded => text.AsSpan().ContainsAny(quoted),
        Quoting.Always => true,
        Quoting.Filled => text.Length > 0,
        _ => throw new InvalidOperationException("Unknown quoting: " + quoting),
    };
}
