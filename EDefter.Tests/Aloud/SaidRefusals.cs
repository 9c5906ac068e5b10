using System.Reflection;
using EDefter.Core.Companies;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Rules;
using EDefter.Core.Workflow;
using EDefter.Tests.Vouchers;

namespace EDefter.Tests.Aloud;

/// <summary>Every refusal of the house, made of values such as a month brings.</summary>
internal static class SaidRefusals
{
    private static readonly Period January = new(2025, 1);

    /// <summary>Those that are given one, and those of the rules that refuse numbers.</summary>
    public static IEnumerable<Refusal> All() =>
        typeof(Refusals).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(static method => method.ReturnType == typeof(Refusal) && method.GetParameters() is var parameters && !parameters.Any(static parameter => parameter.Name is "detail" or "places" or "refusal"))
            .Select(static method => (Refusal)method.Invoke(null, [.. method.GetParameters().Select(Value)])!)
            .Concat(OfRules());

    private static IEnumerable<Refusal> OfRules()
    {
        foreach (var info in RuleBook.Standard.Rules.Where(static rule => rule is NumberRule or GuardRule).Select(static rule => rule.Info))
        {
            var places = MessageTemplate.Places(info.Message + info.Remedy).Distinct(StringComparer.Ordinal).Select(static place => (place, ValueOf(place))).ToArray();
            yield return Refusals.Of(info.Code, "of-rule", 409, January, places);
        }
    }

    private static string ValueOf(string place) => place switch
    {
        "ay" or "oncekiAy" or "sonrakiAy" => "Ocak 2025",
        "fisler" => "163 nolu fiş ve 2 fiş daha",
        "tur" => "atlama var",
        "kullanici" => "Ayşe Yılmaz",
        "saat" => "10.15",
        "tarih1" or "tarih2" => "31.01.2025",
        _ => "1.250",
    };

    private static object Value(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var type when type == typeof(string) => parameter.Name is "what" ? "Ocak 2025" : parameter.Name is "book" ? "yevmiye defteri" : parameter.Name is "file" ? "\"4540536920_0000_202501_0001.zip\"" : "x-1",
        var type when type == typeof(Period) => January,
        var type when type == typeof(int) => 12_500,
        var type when type == typeof(long) => 12_500L,
        var type when type == typeof(DateOnly) => new DateOnly(2025, 1, 31),
        var type when type == typeof(Company) => VoucherGen.CompanyOf(2025),
        var type when type == typeof(FiscalYear) => new FiscalYear { Start = new DateOnly(2025, 1, 1), End = new DateOnly(2025, 12, 31) },
        var type when type == typeof(IReadOnlyList<ProfileFault>) => Array.Empty<ProfileFault>(),
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { "bir", "iki" },
        var type => throw new InvalidOperationException($"A refusal wants a {type.Name} ({parameter.Name}); say which."),
    };
}
