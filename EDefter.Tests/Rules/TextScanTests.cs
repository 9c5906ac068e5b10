using CsCheck;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class TextScanTests
{
    // Most characters must be ordinary, or no long text without a fault is ever seen.
    private const int Ordinary = 60;

    private const string Special = "\t\n ı\ud83d\ude00\u0000\ufffe\u0085";

    [Fact]
    public void What_it_lets_through_is_what_XML_lets_through_except_control_characters() =>
        Gen.OneOf(Gen.Char, Gen.Int[0, Special.Length - 1].Select(i => Special[i])).Array[0, 8].Sample(
            characters =>
            {
                var text = new string(characters);
                Assert.Equal(IsGood(text), TextScan.FirstForbidden(text) is null);
            },
            iter: 20_000);

    [Fact]
    public void The_quick_look_never_misses_what_the_exact_judges_find() =>
        Gen.Frequency((1, Gen.Char), (2, Gen.Char[' ', '\u00ff']), (1, Gen.Int[0, Special.Length - 1].Select(i => Special[i])), (Ordinary, Gen.Char['a', 'z'])).Array[0, 40].Sample(
            characters =>
            {
                var text = new string(characters);
                var faults = VoucherFacts.Of(new Voucher { Id = "1", Comment = text }).TextFaults;
                var (forbidden, space) = (TextScan.FirstForbidden(text), TextScan.HasNeedlessSpace(text));
                var garbled = Mojibake.FirstGarbledWord(text);
                Assert.Equal(forbidden is null && !space && garbled is null ? [] : [new TextFault(TextFields.Comment, Line: null, forbidden, space, garbled)], faults);
            },
            iter: 20_000);

    [Theory]
    [InlineData("", false)]
    [InlineData("Çınar Sokağı", false)]
    [InlineData(" Çınar", true)]
    [InlineData("Çınar\t", true)]
    [InlineData("Çınar  Sokağı", true)]
    [InlineData("Çınar\u00a0Sokağı", true)]
    [InlineData("Çınar\nSokağı", false)]
    public void Needless_space_is_at_the_ends_doubled_or_no_break(string text, bool expected) => Assert.Equal(expected, TextScan.HasNeedlessSpace(text));

    // The judge is System.Xml's own table of characters.
    private static bool IsGood(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && System.Xml.XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                i++;
            else if (!System.Xml.XmlConvert.IsXmlChar(text[i]) || (text[i] is >= '\u007f' and <= '\u009f'))
                return false;
        }

        return true;
    }
}
