using EDefter.Core.Rules;
using Xunit;

namespace EDefter.Tests.Rules;

public sealed class FieldNamesTests
{
    /// <summary>Every field that any rule's example names has a name for people: a report never shows "document.typeDescription".</summary>
    [Fact]
    public void Every_field_that_a_rule_names_has_a_Turkish_name()
    {
        var fields = RuleCases.All.SelectMany(one => one.Expect).Select(finding => finding.Field).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        Assert.True(fields.Length > 20);
        Assert.All(fields, field => Assert.NotEqual(field, FieldNames.Of(field)));
    }

    [Theory]
    [InlineData("accounts[153].name", "Hesap planı, 153")]
    [InlineData("accounts[153].activeFrom", "Hesap planı, 153 açılış günü")]
    [InlineData("accounts[153].activeTo", "Hesap planı, 153 kapanış günü")]
    public void A_place_in_the_chart_is_named_by_its_account(string field, string name) => Assert.Equal(name, FieldNames.Of(field));

    [Theory]
    [InlineData("x.y")]
    [InlineData("x[1].y")]
    [InlineData("accounts[153")]
    public void A_field_without_a_name_stays_as_it_is(string field) => Assert.Equal(field, FieldNames.Of(field));
}
