using System.Globalization;
using System.Runtime.CompilerServices;

namespace EDefter.Tests;

/// <summary>The whole suite runs under tr-TR: a number, date or casing that depends on the machine's culture fails here first.</summary>
internal static class TestCulture
{
    [ModuleInitializer]
    internal static void UseTurkish()
    {
        var turkish = CultureInfo.GetCultureInfo("tr-TR");
        CultureInfo.DefaultThreadCurrentCulture = turkish;
        CultureInfo.DefaultThreadCurrentUICulture = turkish;
        CultureInfo.CurrentCulture = turkish;
        CultureInfo.CurrentUICulture = turkish;
    }
}
