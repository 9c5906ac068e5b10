using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs.ByRule;

/// <summary>Which characters a ledger can carry, as the repairs of texts judge them.</summary>
public sealed class TextProposalTests
{
    [Theory]
    [InlineData("a\u0007b", "ab")]
    [InlineData("😀\u0007", "😀")]
    [InlineData("\u0007😀", "😀")]
    [InlineData("a\ufffe", "a")]
    [InlineData("a\uffff", "a")]
    [InlineData("a\ufffdb\u0001", "a\ufffdb")]
    [InlineData("a\tb\nc\u0001", "a\tb\nc")]
    public void What_no_file_can_carry_goes_and_everything_else_stays(string text, string mended) => Assert.Equal("- comment=" + mended, Cleaned("MET001", text));

    [Theory]
    [InlineData("Malzeme\valışı", "Malzeme alışı")]
    [InlineData("😀\f😀", "😀 😀")]
    [InlineData(" \vb", " b")]
    [InlineData("a\v ", "a ")]
    [InlineData("a\v\u0001", "a")]
    [InlineData("\va", "a")]
    [InlineData("a\v", "a")]
    public void A_break_between_two_words_leaves_a_blank(string text, string mended) => Assert.Equal("- comment=" + mended, Cleaned("MET001", text));

    [Theory]
    [InlineData(" a😀 ", "a😀")]
    [InlineData(" 😀😀", "😀😀")]
    [InlineData("a\u00a0\u202f b", "a b")]
    [InlineData(" \ufffe", null)]
    public void Blanks_are_normalised_in_texts_that_a_file_can_carry(string text, string? mended) => Assert.Equal(mended is null ? Proposed.Nothing : "- comment=" + mended, Cleaned("MET004", text));

    [Theory]
    [InlineData(1, "description", "1 description=a")]
    [InlineData(0, "description", "∅")]
    [InlineData(4, "description", "∅")]
    [InlineData(1, "comment", "∅")]
    [InlineData(1, "account", "∅")]
    [InlineData(null, "description", "∅")]
    public void A_text_is_mended_where_the_finding_says_or_not_at_all(int? line, string field, string proposed) =>
        Assert.Equal(proposed, Proposed.By("MET004", (RepairFixture.Purchase() with { Comment = " c" }).WithLine(1, static own => own with { Description = " a ", Account = "153.01 " }), line, field));

    [Fact]
    public void Half_a_surrogate_pair_goes_and_keeps_blanks_from_being_normalised()
    {
        foreach (var text in (string[])["ab\ud83d", "\ud83dab", "a\ude00b"])
        {
            Assert.Equal("- comment=ab", Cleaned("MET001", text));
            Assert.Equal(Proposed.Nothing, Cleaned("MET004", $" {text}"));
        }
    }

    [Fact]
    public void Every_text_of_a_voucher_can_be_mended_by_its_name_on_the_wire()
    {
        var voucher = (RepairFixture.Purchase() with { Grouping = new VoucherGrouping { Kind = " a", Bank = "b " }, Document = new SourceDocument { TypeDescription = " c" } })
            .WithLine(1, static line => line with { Partner = new Partner { Name = " d", TaxId = "1 " }, Original = new OriginalAmount { RateComment = " e " }, Document = new SourceDocument { Ettn = " f" } });
        (int? Line, string Field, string Mended)[] texts = [(null, "grouping.kind", "a"), (null, "grouping.bank", "b"), (null, "document.typeDescription", "c"), (1, "partner.name", "d"), (1, "partner.taxId", "1"), (1, "original.rateComment", "e"), (1, "document.ettn", "f")];
        Assert.All(texts, text => Assert.EndsWith($"{text.Field}={text.Mended}", Proposed.By("MET004", voucher, text.Line, text.Field), StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_plan_shows_spells_out_what_cannot_be_seen()
    {
        var change = Assert.Single(RepairFixture.Plan(RepairFixture.Purchase() with { Comment = "😀a\u0007\ufffe\ud83d" }).Changes);
        Assert.Equal(("😀a⟨U+0007⟩⟨U+FFFE⟩⟨U+D83D⟩", "😀a"), (change.Before, change.After));
    }

    private static string Cleaned(string rule, string comment) => Proposed.By(rule, RepairFixture.Purchase() with { Comment = comment }, field: "comment");
}
