using EDefter.Functions.Gate.Limits;
using Xunit;

namespace EDefter.Tests.Gate;

/// <summary>How the settings of the limits are read.</summary>
public sealed class AccessPacesTests
{
    [Fact]
    public void Absent_settings_are_the_defaults_and_a_pace_of_none_is_no_limit()
    {
        Assert.Equal(new AccessPaces(new Pace(600, 200), new Pace(20, 20)), AccessPaces.From(requests: null, burst: "", guesses: " "));
        Assert.Equal(new AccessPaces(new Pace(60, 5), Guesses: null), AccessPaces.From("60", "5", "0"));
        Assert.Equal(new AccessPaces(Callers: null, new Pace(3, 3)), AccessPaces.From("0", "5", "3"));
    }

    [Theory]
    [InlineData("çok", null, null)]
    [InlineData("-1", null, null)]
    [InlineData("600", "0", null)]
    [InlineData(null, null, "1,5")]
    public void What_is_no_number_stops_the_start(string? requests, string? burst, string? guesses) => Assert.Throws<InvalidOperationException>(() => AccessPaces.From(requests, burst, guesses));
}
