using System.Text;
using CsCheck;
using EDefter.Core.Text;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Text;

/// <summary>The judge of a garbled text is the platform's own decoder: it garbles, and what it garbled must come back.</summary>
public sealed class MojibakeTests
{
    private const int Iterations = 3_000;

    private static readonly string[] Words =
    [
        "alışı", "ŞİŞLİ", "GIDA", "Müşteri", "TURİZM", "Iğdır", "öğün", "kâğıt", "Çağrı", "IŞIK", "fişi", "doğalgaz", "TİCARİ", "A.Ş.", "%20", "1.250,00", "taxi", "Ürün", "ÖĞLE", "bağış", "İstanbul’un", "“peşin”",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 6].Select(words => string.Join(' ', words));

    public static TheoryData<int> CodePages => [1252, 1254, 28591, 28599];

    [Theory]
    [MemberData(nameof(CodePages))]
    public void Utf8_read_in_another_encoding_is_seen_and_read_back(int codePage)
    {
        var encoding = Encoding(codePage);
        Texts.Sample(
            text =>
            {
                var garbled = encoding.GetString(System.Text.Encoding.UTF8.GetBytes(text));
                AssertReadBack(text, garbled);
                AssertReadBack(text, encoding.GetString(System.Text.Encoding.UTF8.GetBytes(garbled)));
            },
            iter: Iterations);
    }

    [Theory]
    [InlineData(1252)]
    [InlineData(28591)]
    public void Windows_1254_read_in_another_encoding_is_seen_and_read_back(int codePage) =>
        Texts.Where(text => text.IndexOfAny(['’', '“']) < 0).Sample(text => AssertReadBack(text, Encoding(codePage).GetString(Encoding(1254).GetBytes(text))), iter: Iterations);

    [Fact]
    public void Turkish_text_is_never_garbled() =>
        Gen.OneOf(Texts, VoucherGen.Text).Sample(
            text =>
            {
                Assert.Null(Mojibake.FirstGarbledWord(text));
                Assert.Null(Mojibake.Reading(text));
            },
            iter: Iterations);

    [Theory]
    [InlineData("Guðrún Þórðardóttir")]
    [InlineData("Sigurðsson")]
    [InlineData("Þorvaldur")]
    [InlineData("Nový")]
    [InlineData("NOVOTNÝ")]
    [InlineData("Dvořák, Nový")]
    [InlineData("Ýagşymyrat")]
    [InlineData("São Paulo, PEÑA, Ångström, Dânâ, Äpfel")]
    [InlineData("Þ. Ý.")]
    [InlineData("30 °C, 2 ½, § 5")]
    public void A_foreign_name_is_not_garbled(string text) => Assert.Null(Mojibake.FirstGarbledWord(text));

    [Theory]
    [InlineData("Ã¼rÃ¼n ve Å")]
    [InlineData("a\ufffdÄ±klama")]
    [InlineData("alÄ±ş")]
    [InlineData("Ã¼ ş")]
    public void What_the_bytes_do_not_prove_is_seen_and_not_read(string text)
    {
        Assert.NotNull(Mojibake.FirstGarbledWord(text));
        Assert.Null(Mojibake.Reading(text));
    }

    [Fact]
    public void A_mark_stands_in_every_garbled_text() =>
        Gen.Char['\u0080', '\u2122'].Array[0, 6].Sample(
            characters =>
            {
                var text = new string(characters);
                Assert.True(Mojibake.FirstGarbledWord(text) is null || text.AsSpan().IndexOfAny(Mojibake.Marks) >= 0, text);
            },
            iter: Iterations);

    private static void AssertReadBack(string text, string garbled)
    {
        if (string.Equals(text, garbled, StringComparison.Ordinal))
            return;
        Assert.True(Mojibake.FirstGarbledWord(garbled) is not null, garbled);
        Assert.Equal(text, Mojibake.Reading(garbled));
    }

    private static Encoding Encoding(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage) ?? System.Text.Encoding.GetEncoding(codePage);
}
