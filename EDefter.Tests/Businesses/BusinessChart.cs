using EDefter.Core.Companies;
using EDefter.Core.Vouchers;

namespace EDefter.Tests.Businesses;

/// <summary>The hesap planı of an invented company: what it posts to, with the parents that follow from the codes.</summary>
public sealed class BusinessChart
{
    private readonly SortedDictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Partner> partners = new(StringComparer.Ordinal);

    /// <param name="own">Accounts that are posted to.</param>
    /// <param name="cards">Accounts of customers and suppliers, with a tax number, or null for one abroad.</param>
    public BusinessChart(IEnumerable<(string Code, string Name)> own, IEnumerable<(string Code, string Name, string? TaxId)> cards)
    {
        foreach (var (code, name) in own)
            names.Add(code, name);
        foreach (var (code, name, taxId) in cards)
        {
            names.Add(code, name);
            partners.Add(code, new Partner { TaxId = taxId, Name = name });
        }

        foreach (var code in names.Keys.ToArray())
        {
            names[code[..3]] = UniformChart.Find(code[..3])!.Name;
            for (var dot = code.LastIndexOf('.'); dot > 3; dot = code.LastIndexOf('.', dot - 1))
                names.TryAdd(code[..dot], names[code[..3]] + " grubu");
        }

        var parents = names.Keys.Select(ParentOf).ToHashSet(StringComparer.Ordinal);
        Accounts = new ChartOfAccounts(
            names.Select(pair => new ChartAccount { Code = pair.Key, Name = pair.Value, Parent = ParentOf(pair.Key), Leaf = !parents.Contains(pair.Key), PartnerTaxId = partners.GetValueOrDefault(pair.Key)?.TaxId }),
            isComplete: true);
    }

    public ChartOfAccounts Accounts { get; }

    public string NameOf(string code) => names[code];

    public Partner? PartnerOf(string account) => partners.GetValueOrDefault(account);

    public IReadOnlyList<string> CardsOf(string prefix) => [.. partners.Keys.Where(code => code.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>The stem with the check digits that make it a VKN (9 digits) or TCKN (9 digits, <paramref name="person"/>).</summary>
    public static string TaxId(string stem, bool person = false)
    {
        for (var check = 0; check < (person ? 100 : 10); check++)
        {
            var whole = stem + check.ToString(person ? "D2" : "D1", System.Globalization.CultureInfo.InvariantCulture);
            if (TaxpayerId.IsValid(whole))
                return whole;
        }

        throw new InvalidOperationException($"No check digit fits {stem}.");
    }

    private static string? ParentOf(string code)
    {
        var dot = code.LastIndexOf('.');
        return dot < 0 ? null : code[..dot];
    }
}
