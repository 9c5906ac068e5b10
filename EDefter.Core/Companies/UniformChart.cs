using System.Collections.Frozen;

namespace EDefter.Core.Companies;

/// <summary>The Tekdüzen Hesap Planı (MSUGT), read from the data file beside this class.</summary>
public static class UniformChart
{
    public static FrozenDictionary<string, UniformAccount> Accounts { get; } = Load();

    public static UniformAccount? Find(string mainAccount) => Accounts.GetValueOrDefault(mainAccount);

    private static FrozenDictionary<string, UniformAccount> Load()
    {
        using var stream = typeof(UniformChart).Assembly.GetManifestResourceStream("EDefter.Core.Companies.tekduzen_hesap_plani.data.csv")
            ?? throw new InvalidOperationException("The uniform chart of accounts is not embedded.");
        using var reader = new StreamReader(stream);
        var accounts = new Dictionary<string, UniformAccount>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            // Only the name may hold commas, and then it stands in quotes: code,name,class,nature.
            var afterCode = line.IndexOf(',', StringComparison.Ordinal);
            var beforeNature = line.LastIndexOf(',');
            var beforeClass = line.LastIndexOf(',', beforeNature - 1);
            var code = line[..afterCode];
            var name = line[(afterCode + 1)..beforeClass].Trim('"');
            accounts[code] = new UniformAccount(code, name, line[beforeClass + 1] - '0', line[(beforeNature + 1)..]);
        }

        return accounts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
