using System.Text;
using CsCheck;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Reading;

/// <summary>A voucher's lines share what they say of their document, and nobody can tell but by the memory.</summary>
public sealed class LineDocumentsTests
{
    // Documents that begin alike, mean the same in other bytes, or are none.
    private static readonly string[] Documents =
    [
        "", "null", "{}", "{ }", """{"number":"1"}""", """{"number":"12"}""", """{"number":"1"  }""", """{"number":"\u0031"}""", """{"number":1}""",
        """{"number":"1","date":"2025-01-05"}""", """{"date":"2025-01-05","number":"1"}""", """{"number":"1","x":{"number":"1"}}""", """{"number":"1","x":{"number":"1","y":[{}]}}""",
    ];

    [Fact]
    public void Every_line_reads_and_writes_as_if_it_stood_alone() => Gen.OneOf(Documents).Array[1, 8].Sample(
        documents =>
        {
            var lines = documents.Select(static document => document.Length == 0 ? """{"account":"100"}""" : $$"""{"account":"100","document":{{document}}}""").ToArray();
            var alone = lines.Select(static line => Parse(line)).ToArray();
            var whole = Parse(lines);
            Assert.Equal(alone.Select(static voucher => voucher.Lines[0]), whole.Lines);
            Assert.Equal($$"""{"id":"7","lines":[{{string.Join(',', alone.Select(LineOf))}}]}""", Written(whole));
        },
        iter: 3_000);

    [Fact]
    public void The_same_document_again_is_the_same_object()
    {
        var voucher = Parse(["""{"document":{"number":"1"}}""", """{"document":{"number":"1"}}""", """{"document":{"number":"2"}}"""]);
        Assert.Same(voucher.Lines[0].Document, voucher.Lines[1].Document);
        Assert.Equal("2", voucher.Lines[2].Document!.Number);
    }

    private static Voucher Parse(params string[] lines) => VoucherJsonParser.Parse(Encoding.UTF8.GetBytes($$"""{"id":"7","lines":[{{string.Join(',', lines)}}]}"""));

    private static string Written(Voucher voucher) => Encoding.UTF8.GetString(VoucherJsonWriter.ToBytes(voucher));

    private static string LineOf(Voucher voucher)
    {
        var written = Written(voucher);
        return written[(written.IndexOf('[', StringComparison.Ordinal) + 1)..written.LastIndexOf(']')];
    }
}
