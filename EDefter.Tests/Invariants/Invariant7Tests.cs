using System.Globalization;
using System.IO.Compression;
using System.Text;
using CsCheck;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Invariants;

/// <summary>
/// Law 7: what is written reads back equal: leading zeros, Turkish letters, two decimals. The writers are tried in Formats; here
/// the whole way: what an ERP sent is what stands in the numbered month's archive, line by line, and nothing else.
/// </summary>
public sealed class Invariant7Tests
{
    private static readonly Encoding Turkish = CodePagesEncodingProvider.Instance.GetEncoding(1254)!;

    [Fact]
    public void What_was_sent_stands_in_the_archive() =>
        CleanVouchers.Month(2025, 1, 10).Where(vouchers => vouchers.Length > 0).Sample(vouchers => CheckAsync(() => new Plant(), vouchers).GetAwaiter().GetResult(), iter: 20, threads: 1);

    internal static async Task CheckAsync(Func<Plant> plant, Voucher[] vouchers)
    {
        var office = await new Office(new Ground().Start(plant())).OpenAsync();
        await office.PostAsync(vouchers);
        await office.NumberAsync("2025-01");
        var zip = await office.ArchiveAsync("2025-01", "izibiz");
        Assert.Equal(Expected(vouchers), Lines(zip));
    }

    // Madde no, satır no and what the ERP said of the line; the columns are the profile's.
    private static IEnumerable<string> Expected(Voucher[] vouchers)
    {
        var (number, line) = (0, 0);
        foreach (var voucher in vouchers.OrderBy(voucher => voucher, Comparer<Voucher>.Create(VoucherOrder.Compare)))
        {
            number++;
            foreach (var one in voucher.Lines)
            {
                line++;
                var (amount, side) = one.Debit.IsAbsent ? (one.Credit.OrZero, "C") : (one.Debit.OrZero, "D");
                yield return string.Create(CultureInfo.InvariantCulture, $"{number}|{line}|{voucher.Id}|{voucher.Number}|{one.Account}|{one.AccountName}|{amount:0.00}|{side}|{voucher.Date}|{one.Document!.Number}|{voucher.EnteredBy}|{voucher.Comment}");
            }
        }
    }

    private static IEnumerable<string> Lines(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        using var file = zip.Entries.Single().Open();
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        foreach (var row in Turkish.GetString(bytes.ToArray()).Split('\r', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            var field = row.Split(';');
            yield return string.Join('|', field[15], field[2], field[1], field[23], field[6], field[7], field[8], field[9], field[10], field[13], field[21], field[24]);
        }
    }
}
