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

    private const string Bad = "a\u0001b";

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

    /// <summary>Every text of a voucher that reaches the books, each with its bad one.</summary>
    public static TheoryData<string, int?> Fields => new()
    {
        { "number", null }, { "enteredBy", null }, { "enteredByUser", null }, { "comment", null }, { "document.typeDescription", null }, { "document.number", null },
        { "account", 2 }, { "accountName", 2 }, { "mainAccount", 2 }, { "mainAccountName", 2 }, { "description", 2 }, { "paymentMethod", 2 },
        { "partner.taxId", 2 }, { "partner.name", 2 }, { "original.rateSource", 2 }, { "original.rateComment", 2 },
        { "document.typeDescription", 2 }, { "document.number", 2 },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Every_text_of_a_voucher_is_looked_at(string field, int? line)
    {
        var voucher = line is null ? HeadWith(field) : new Voucher { Id = "1", Lines = [new VoucherLine { Partner = new Partner(), Original = new OriginalAmount() }, LineWith(field)] };
        var fault = Assert.Single(VoucherFacts.Of(voucher).TextFaults);
        Assert.Equal((field, line, '\u0001', false), (fault.Field.Wire, fault.Line, fault.ForbiddenCharacter, fault.HasNeedlessSpace));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("Çınar Sokağı", false)]
    [InlineData(" Çınar", true)]
    [InlineData("Çınar\t", true)]
    [InlineData("Çınar  Sokağı", true)]
    [InlineData("Çınar\u00a0Sokağı", true)]
    [InlineData("Çınar\nSokağı", false)]
    public void Needless_space_is_at_the_ends_doubled_or_no_break(string text, bool expected) => Assert.Equal(expected, TextScan.HasNeedlessSpace(text));

    private static Voucher HeadWith(string field) => field switch
    {
        "number" => new Voucher { Id = "1", Number = Bad },
        "enteredBy" => new Voucher { Id = "1", EnteredBy = Bad },
        "enteredByUser" => new Voucher { Id = "1", EnteredByUser = Bad },
        "comment" => new Voucher { Id = "1", Comment = Bad },
        _ => new Voucher { Id = "1", Document = DocumentWith(field) },
    };

    private static VoucherLine LineWith(string field) => field switch
    {
        "account" => new VoucherLine { Account = Bad },
        "accountName" => new VoucherLine { AccountName = Bad },
        "mainAccount" => new VoucherLine { MainAccount = Bad },
        "mainAccountName" => new VoucherLine { MainAccountName = Bad },
        "description" => new VoucherLine { Description = Bad },
        "paymentMethod" => new VoucherLine { PaymentMethod = Bad },
        "partner.taxId" => new VoucherLine { Partner = new Partner { TaxId = Bad } },
        "partner.name" => new VoucherLine { Partner = new Partner { Name = Bad } },
        "original.rateSource" => new VoucherLine { Original = new OriginalAmount { RateSource = Bad } },
        "original.rateComment" => new VoucherLine { Original = new OriginalAmount { RateComment = Bad } },
        _ => new VoucherLine { Document = DocumentWith(field) },
    };

    private static SourceDocument DocumentWith(string field) => field switch
    {
        "document.typeDescription" => new SourceDocument { TypeDescription = Bad },
        "document.number" => new SourceDocument { Number = Bad },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, message: null),
    };

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
