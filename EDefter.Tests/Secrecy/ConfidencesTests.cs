using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using EDefter.Functions.Sample;
using Microsoft.Extensions.Logging;
using Xunit;

namespace EDefter.Tests.Secrecy;

/// <summary>Whoever looks for leaks must find those that are planted, however they are written, and cry at nothing else.</summary>
public sealed class ConfidencesTests
{
    private static readonly Confidences Sample = new Confidences().Add(SampleCompany.Company).Add(SampleMonth.Clean());

    [Theory]
    [InlineData("ÖRNEK OTELCİLİK A.Ş.")]
    [InlineData("Nurgül Özışık")]
    [InlineData("Işıklar Caddesi")]
    public void A_name_is_found_however_it_is_written(string name)
    {
        foreach (var written in (string[])[name, name.ToUpperInvariant(), JsonSerializer.Serialize(name), Uri.EscapeDataString(name), WebUtility.UrlEncode(name)])
            Assert.Single(Sample.FindIn($"Stored 861 vouchers of {written} in 12 ms"));
    }

    [Theory]
    [InlineData("tax 4540536920", true)]
    [InlineData("file 4540536920_0000_202501_0001.zip", true)]
    [InlineData("job 94540536920", false)]
    [InlineData("hash a4540536920b", false)]
    public void A_tax_number_is_found_where_it_stands_alone(string line, bool isFound) => Assert.Equal(isFound, Sample.FindIn(line).Any());

    [Theory]
    [InlineData("12345.67")]
    [InlineData("12.345,67")]
    [InlineData("12,345.67")]
    [InlineData("12345,67")]
    public void An_amount_is_found_in_the_formats_of_people_and_of_programs(string written)
    {
        var amount = new Confidences().AddAmount(12345.67m);
        Assert.Equal("amount", Assert.Single(amount.FindIn($"total {written}.")).Kind);
        Assert.Empty(amount.FindIn($"took {written}8 ms, 1{written} or 12345 lines"));
    }

    [Theory]
    [InlineData("https://x/archives/a.zip?sv=1&sig=AbC%2Fd")]
    [InlineData("0123456789abcdef.0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("AccountName=a;AccountKey=Zm9v;x")]
    public void A_secret_is_found(string line) => Assert.Equal("secret", Assert.Single(Sample.FindIn("GET " + line)).Kind);

    [Fact]
    public void Each_text_of_a_document_is_found_figures_and_parts_of_longer_words_too()
    {
        var texts = new Confidences().Add("company", JsonNode.Parse("""{ "taxId": "4540536920", "n": 12345678, "codes": ["551003", "kısa"], "inner": { "city": "İstanbul" } }""")!);
        Assert.Equal(3, texts.Count);
        foreach (var line in (string[])["x94540536920", "NACE 551003.", "\u0001\u0012İSTANBUL\u0002", Uri.EscapeDataString("İstanbul")])
            Assert.Equal("company", Assert.Single(texts.FindIn(line)).Kind);
        Assert.Empty(texts.FindIn("kısa 12345678 55100"));
    }

    [Fact]
    public void What_every_log_says_is_no_leak() => Assert.All(
        ["RunJob refused a request: not-allowed.", "Month ends due: 3.", "Audit trail ornek-otel ends at 118 with 0000001234567890abcdef", "took 12.5 ms for 3325 lines, sig=Sanitized"],
        line => Assert.Empty(Sample.FindIn(line)));

    [Fact]
    public void Everything_of_a_line_is_captured()
    {
        var log = new CapturedLog();
        using var factory = LoggerFactory.Create(log.Listen);
        var logger = factory.CreateLogger("EDefter.Test");
        KeyValuePair<string, object?>[] scope = [new("Name", "Işıklar")];
        KeyValuePair<string, object?>[] state = [new("Hidden", "gizli")];
        var fault = new InvalidOperationException("dış", new IOException("iç"));
        using (logger.BeginScope(scope))
            logger.Log(LogLevel.Trace, default, state, fault, (_, _) => "message");
        var line = Assert.Single(log.Lines);
        Assert.All(["message", "Hidden=gizli", "Name=Işıklar", "dış", "iç"], part => Assert.Contains(part, line, StringComparison.Ordinal));
    }
}
