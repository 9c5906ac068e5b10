using System.Text;

namespace EDefter.Tests.Fuzz;

/// <summary>What is planted into inputs: values at the edges of their types, and what a format lets mean something else.</summary>
internal static class FuzzTokens
{
    /// <summary>Numbers at and behind the edges of everything that holds one.</summary>
    public static readonly IReadOnlyList<byte[]> Numbers = Bytes(
        "0", "-0", "-1", "1e999", "1e-999", "1E+28", "0.1", "0.005", "-0.01", ".5", "5.", "00", "79228162514264337593543950335", "-79228162514264337593543950335", "79228162514264337593543950336", "9999999999999999999999999999", "9223372036854775807", "-9223372036854775808",
        "9223372036854775808", "18446744073709551615", "2147483647", "2147483648", "-2147483648", "65536", "NaN", "INF", "-INF", "Infinity", "0x10", "1_000", "1,5", "1.234,56", "٣", "0.0000000000000000000000000001", new string('9', 400), "0." + new string('0', 400) + "1", "-");

    private static readonly IReadOnlyList<byte[]> Common =
    [
        .. Numbers,
        .. Bytes("", " ", "\t", "\r", "\n", "\r\n", "\u0000", "\u0001", "\u001f", "\u0085", "\u2028", "\ufeff", "\uffff", "\u202e", "\u00a0", "e\u0301", "İ", "ı", "ĞÜŞİÖÇ", "😀", "�", "null", "true", "false", "[]", "{}", "=cmd|'/c calc'!A1", "@SUM(1)", "+1", "../../etc/passwd", "..\\..\\x", "..%2f", "%00", "C:\\", "/",
            "CON", "2025-02-30", "2025-00-00", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-0001-01-01", "2025-13", "9999-12", "9998-12", "0001-01", "2025-01-01T00:00:00+14:00", "24:00", "31.02.2025", "' OR 1=1", "<script>", "${x}", "{0}", "%s%n", "\\", "\"", "'", ",", ";", ":", "|", "-", "__proto__", new string('a', 200), new string('ş', 9_000)),
        [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0xFE, 0xFF], [0xC0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x1F, 0x8B, 8, 0],
    ];

    public static readonly IReadOnlyList<byte[]> Json =
    [
        .. Common,
        .. Bytes("{", "}", "[", "]", "[[[[[[[[", "{\"a\":", "\"\\ud800\"", "\\ud800", "\\udc00\\ud800", "\\u0000", "\\u", "\\x", "\"\"", "\"\\ud800\":1,", "null,", "[null]", "{\"a\":null}", ",,", "//", "/**/", "\"id\":", "\"lines\":", "\"debit\":", "\"document\":", "\"date\":", "\"extra\":{}", "\"$type\":\"x\"", "\"$ref\":\"#\""),
        Encoding.UTF8.GetBytes(new string('[', 2_000)), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100))),
    ];

    public static readonly IReadOnlyList<byte[]> Xml =
    [
        .. Common,
        .. Bytes("<", ">", "</", "/>", "&", "&amp;", "&lt;", "&x;", "&#0;", "&#x1F600;", "&#xD800;", "<![CDATA[", "]]>", "<![CDATA[x]]>", "<!--", "-->", "<!-- -->", "<?x?>", "<?xml version=\"1.0\" encoding=\"utf-16\"?>", "<?xml version=\"1.1\"?>", "<!DOCTYPE a [<!ENTITY x \"y\">]>", "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">", "<!ENTITY % p SYSTEM \"http://127.0.0.1/\">",
            " xml:space=\"preserve\"", " xmlns=\"\"", " xmlns:a=\"urn:a\"", " a:b=\"c\"", "<a>", "</a>", "<a/>", "<a b=\"c\"/>", "encoding=\"windows-1254\"", "encoding=\"ibm037\"", "encoding=\"x\"", " xsi:nil=\"true\"", " contextRef=\"x\"", " decimals=\"2\"",
            "<row/>", "<row>", "</row>", "<c>", "<c r=\"XFD1048576\" t=\"s\"><v>0</v></c>", "<c r=\"ZZZZZZZ1\"><v>1</v></c>", " t=\"s\"", " t=\"d\"", " t=\"e\"", " s=\"1\"", " s=\"2147483648\"", "<v>-1</v>", "<f>A1</f>", "<is><t>x</t></is>", " date1904=\"1\"", " TargetMode=\"External\"", "formatCode=\"[$-41F]d mmmm yyyy;@\"", "formatCode=\"" + new string('[', 50) + "\""),
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 400))), Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<![CDATA[x]]>", 400))),
    ];

    public static readonly IReadOnlyList<byte[]> Text = [.. Common, .. Bytes("\"\"", "\";\"", "\"\r\n", "\";", ";;;;", "\t\t", new string(';', 1_200), "1.2.2025", "TL", "(1,00)", "%5", "#YOK", "#REF!")];

    public static readonly IReadOnlyList<byte[]> Call = [.. Json, .. Bytes("ornek-otel", "deneme", "0000", "2025-01", "2025-02", "2024-12", "edefter", "gib-draft", "izibiz", "hesap-plani", "00112233445566778899aabbccddeeff", "*", "all", "%2F", "a/b", "\r\nX-Evil: 1", "yevmiye", "pdf", "xlsx", "error", "by", "b", "u", "http://127.0.0.1/", "https://ornek.example/kanca")];

    private static IReadOnlyList<byte[]> Bytes(params string[] texts) => [.. texts.Select(Encoding.UTF8.GetBytes)];
}
