using EDefter.Core.Rules;
using EDefter.Core.Rules.Ode;
using Xunit;

namespace EDefter.Tests.Rules.Ode;

public sealed class PaymentKindsTests
{
    [Theory]
    [InlineData("nakit", "Nakit")]
    [InlineData("KREDİ KARTI", "Kredi Kartı")]
    [InlineData("EFT", "Banka")]
    [InlineData("EFT ile", "Banka")]
    [InlineData("EFT havale", "Banka")]
    [InlineData("müşteriden peşin", "Nakit")]
    [InlineData("peşin ve EFT", null)]
    [InlineData("F-163", null)]
    [InlineData("", null)]
    public void A_text_means_the_one_kind_that_its_words_name(string method, string? kind) => Assert.Equal(kind, PaymentKinds.Meant(RulePacks.For(new DateOnly(2025, 1, 1)), method));

    [Theory]
    [InlineData("Nakit", true)]
    [InlineData("ÇEK", true)]
    [InlineData("senet", true)]
    [InlineData("EFT", false)]
    public void Only_the_five_words_are_kinds(string method, bool isKind) => Assert.Equal(isKind, PaymentKinds.IsKind(method));
}
