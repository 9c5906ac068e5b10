using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class MessageTemplateTests
{
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal) { ["a"] = "1", ["b"] = "{a}" };

    [Theory]
    [InlineData("", "")]
    [InlineData("söz", "söz")]
    [InlineData("{a}", "1")]
    [InlineData("x{a}y{b}z{a}", "x1y{a}z1")]
    public void Places_are_filled_once(string template, string filled) => Assert.Equal(filled, MessageTemplate.Fill(template, Values));

    [Fact]
    public void A_place_without_a_value_is_a_bug_that_shows() => Assert.Throws<InvalidOperationException>(() => MessageTemplate.Fill("{a} {c}", Values));

    [Fact]
    public void Places_are_listed_in_their_order() => Assert.Equal(["b", "a", "b"], MessageTemplate.Places("{b} {a}{b}."));
}
