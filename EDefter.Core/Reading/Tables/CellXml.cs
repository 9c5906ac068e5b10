using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace EDefter.Core.Reading.Tables;

/// <summary>The small texts inside a workbook's XML.</summary>
internal static partial class CellXml
{
    /// <summary>The text of the element that the reader stands on (<c>si</c> or <c>is</c>): all its runs, without the readings of East Asian words. Leaves the reader on its end.</summary>
    public static string ReadRichText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return string.Empty;
        var text = string.Empty;
        StringBuilder? runs = null;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "rPh")
            {
                SkipInside(xml);
            }
            else if (xml.LocalName == "t")
            {
                var run = ReadText(xml);
                if (text.Length == 0)
                    text = run;
                else
                    (runs ??= new StringBuilder(text)).Append(run);
                if (runs?.Length > TableReader.CellCharactersMax)
                    throw TooLong();
            }
        }

        return Decode(runs?.ToString() ?? text);
    }

    /// <summary>The character data of the element that the reader stands on. Leaves the reader on its end.</summary>
    public static string ReadText(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return string.Empty;
        var text = string.Empty;
        StringBuilder? pieces = null;
        var keep = xml.XmlSpace == XmlSpace.Preserve;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace))
                continue;
            if (text.Length == 0)
                text = xml.Text();
            else
                (pieces ??= new StringBuilder(text)).Append(xml.Text());
            if (Math.Max(text.Length, pieces?.Length ?? 0) > TableReader.CellCharactersMax)
                throw TooLong();
        }

        text = pieces?.ToString() ?? text;
        return keep ? text : Trimmed(text);
    }

    /// <summary>Table programs drop white space at the ends of a text that does not ask to keep it.</summary>
    public static string Trimmed(string text) => text.Trim(' ', '\t', '\r', '\n');

    /// <summary>_x000D_ stands for the character of that number.</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)ushort.Parse(match.Groups["unit"].ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString())
        : text;

    public static TableLimitException TooLong() => new("Çalışma kitabında bir hücreye sığmayacak kadar uzun bir değer var.");

    private static void SkipInside(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Next() && xml.Depth > depth)
        {
            // What stands inside is not read.
        }
    }

    [GeneratedRegex("_x(?<unit>[0-9A-Fa-f]{4})_", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Escape();
}
