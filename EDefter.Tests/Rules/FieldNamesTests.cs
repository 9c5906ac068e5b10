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

    [Fact]
    public void A_place_in_the_chart_is_named_by_its_account() => Assert.Equal("Hesap planı, 153", FieldNames.Of("accounts[153].name"));

    [Fact]
    public void A_field_without_a_name_stays_as_it_is() => Assert.Equal("x.y", FieldNames.Of("x.y"));
}
