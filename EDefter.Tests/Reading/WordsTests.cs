using System.Text;
using CsCheck;
using EDefter.Core.Reading;
using Xunit;

namespace EDefter.Tests.Reading;

/// <summary>The texts that a month says again and again are kept once each: a text is what its bytes say, whether it was met before, took another's place, or is too long to be kept.</summary>
public sealed class WordsTests
{
    [Fact]
    public void A_word_is_what_its_bytes_say() => Gen.String[Gen.Char["ağ0."], 0, 40].Array[1, 20].Sample(
        texts =>
        {
            string[] often = [.. texts, .. texts, .. texts];
            var lines = string.Join(',', often.Select(static text => $$"""{"account":"{{text}}"}"""));
            Assert.Equal(often, VoucherJsonParser.Parse(Encoding.UTF8.GetBytes($$"""{"id":"7","lines":[{{lines}}]}""")).Lines.Select(static line => line.Account));
        },
        iter: 1_000);
}
