using System.Buffers;
using System.Globalization;
using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Sample;

/// <summary>The clean month keeps every law of data/rules.csv read to the letter, also those whose rule is not built yet.</summary>
public sealed class SampleMonthTests
{
    private static readonly IReadOnlyList<Voucher> Clean = SampleMonth.Clean();
    private static readonly SearchValues<char> Separators = SearchValues.Create(";|\t\n\r\"\u00a0");

    [Fact]
    public void Is_a_month_of_a_hotel_not_a_toy()
    {
        Assert.InRange(Clean.Count, 500, 1_000);
        Assert.InRange(Clean.Sum(voucher => voucher.Lines.Count), 2_500, 5_000);
        Assert.Equal(["mahsup", "opening", "tahsil", "tediye"], Clean.Select(voucher => voucher.Kind!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.Equal(31, Clean.Select(voucher => voucher.Date.Value).Distinct().Count());
    }

    [Fact]
    public void Every_voucher_balances_with_positive_two_decimal_amounts_on_one_side()
    {
        foreach (var voucher in Clean)
        {
            Assert.True(voucher.Lines.Count >= 2);
            Assert.Equal(voucher.Lines.Sum(line => line.Debit.OrZero), voucher.Lines.Sum(line => line.Credit.OrZero));
            foreach (var line in voucher.Lines)
            {
                Assert.NotEqual(line.Debit.IsAbsent, line.Credit.IsAbsent);
                var amount = line.Debit.Value ?? line.Credit.Value!.Value;
                Assert.True(amount > 0 && amount.Scale == 2, voucher.Comment);
            }

            Assert.Equal(voucher.Lines.Count, voucher.Lines.Select(line => (line.Account, line.Debit, line.Credit, line.Document)).Distinct().Count());
        }
    }

    [Fact]
    public void Ids_are_unique_and_numbers_run_without_a_gap_in_each_kind_and_in_date_order()
    {
        Assert.Equal(Clean.Count, Clean.Select(voucher => voucher.Id).Distinct(StringComparer.Ordinal).Count());
        foreach (var kind in Clean.GroupBy(voucher => voucher.Kind, StringComparer.Ordinal))
            Assert.Equal(Enumerable.Range(1, kind.Count()), kind.Select(voucher => int.Parse(voucher.Number!.AsSpan(3), CultureInfo.InvariantCulture)));
        Assert.Equal(Clean.Select(voucher => voucher.Date.Value!.Value), Clean.Select(voucher => voucher.Date.Value!.Value).Order());
    }

    [Fact]
    public void The_opening_voucher_stands_alone_on_the_first_day_with_balance_sheet_accounts()
    {
        var opening = Assert.Single(Clean, voucher => voucher.Kind == "opening");
        Assert.Equal(new DateOnly(2025, 1, 1), opening.Date.Value);
        Assert.All(opening.Lines, line =>
        {
            Assert.True(line.Account![0] is >= '1' and <= '5');
            Assert.Null(line.Document);
            Assert.Null(line.PaymentMethod);
        });
    }

    [Fact]
    public void A_document_is_complete_and_is_booked_within_ten_days_of_its_date()
    {
        var used = new HashSet<(string?, string?, string?)>();
        foreach (var voucher in Clean)
        {
            var documents = voucher.Lines.Select(line => line.Document).Distinct().ToList();
            Assert.True(documents.Count == 1 || voucher.Grouping?.Kind == "invoices", voucher.Comment);
            foreach (var document in documents.OfType<SourceDocument>())
            {
                var type = DocumentTypes.Parse(document.Type);
                Assert.NotNull(type);
                Assert.False(string.IsNullOrEmpty(document.Number));
                Assert.Equal(type == DocumentType.Other, document.TypeDescription is not null);
                Assert.InRange(voucher.Date.Value!.Value.DayNumber - document.Date.Value!.Value.DayNumber, 0, 10);
                Assert.Equal(2025, document.Date.Value.Value.Year);
                Assert.True(used.Add((document.Type, document.TypeDescription, document.Number)), document.Number);
                if (type == DocumentType.Invoice)
                    Assert.Matches("^[A-Z]{3}2025[0-9]{9}$", document.Number);
            }
        }
    }

    [Fact]
    public void Money_and_partner_and_vat_lines_rest_on_a_document_and_money_lines_say_how_was_paid()
    {
        foreach (var voucher in Clean.Where(voucher => voucher.Kind != "opening"))
        {
            foreach (var line in voucher.Lines)
            {
                var main = line.Account![..3];
                if (main is "100" or "102" or "120" or "320" or "191" or "391")
                    Assert.NotNull(line.Document);
                Assert.Equal(main is "100" or "101" or "102" or "103" or "108" or "121" or "309" or "321", line.PaymentMethod is not null);
                if (main == "100")
                    Assert.True((line.Debit.Value ?? line.Credit.Value) < 30_000m, voucher.Comment);
            }
        }
    }

    [Fact]
    public void Vat_is_right_to_the_kurus_on_the_line_it_was_computed_from()
    {
        var rates = new HashSet<decimal>();
        foreach (var voucher in Clean.Where(voucher => voucher.Kind != "opening"))
        {
            var byId = voucher.Lines.ToDictionary(line => line.Id!, StringComparer.Ordinal);
            foreach (var vat in voucher.Lines.Where(line => line.Account![..3] is "191" or "391"))
            {
                var (amount, source) = vat.Account![0] == '1' ? (vat.Debit.Value!.Value, byId[vat.BaseLine!].Debit.Value!.Value) : (vat.Credit.Value!.Value, byId[vat.BaseLine!].Credit.Value!.Value);
                Assert.Equal(decimal.Round(source * vat.VatRate.Value!.Value / 100m, 2, MidpointRounding.AwayFromZero), amount);
                rates.Add(vat.VatRate.Value.Value);
            }

            Assert.Equal(
                decimal.Round(voucher.Lines.Where(line => line.Account == "600.01").Sum(line => line.Credit.OrZero) * 0.02m, 2, MidpointRounding.AwayFromZero),
                voucher.Lines.Where(line => line.Account == "360.03").Sum(line => line.Credit.OrZero));
        }

        Assert.Equal([1m, 10m, 20m], rates.Order());
    }

    [Fact]
    public void Foreign_currency_times_rate_is_the_lira_amount()
    {
        var originals = Clean.SelectMany(voucher => voucher.Lines.Select(line => (voucher, line))).Where(pair => pair.line.Original is not null).ToList();
        Assert.Equal(["EUR", "USD"], originals.Select(pair => pair.line.Original!.Currency!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(originals, pair =>
        {
            var original = pair.line.Original!;
            Assert.Equal(pair.voucher.Date.Value, original.RateDate.Value);
            Assert.Equal(decimal.Round(original.Amount.Value!.Value * original.Rate.Value!.Value, 2, MidpointRounding.AwayFromZero), pair.line.Debit.Value ?? pair.line.Credit.Value);
        });
    }

    [Fact]
    public void No_account_ends_a_day_with_a_balance_against_its_nature()
    {
        var balances = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var day in Clean.GroupBy(voucher => voucher.Date.Value))
        {
            foreach (var line in day.SelectMany(voucher => voucher.Lines))
                balances[line.Account!] = balances.GetValueOrDefault(line.Account!) + line.Debit.OrZero - line.Credit.OrZero;
            foreach (var (account, balance) in balances)
            {
                var nature = UniformChart.Find(account[..3])!.Nature;
                Assert.True(nature == "BORC" ? balance >= 0 : nature != "ALACAK" || balance <= 0, $"{day.Key} {account} {balance}");
            }
        }
    }

    [Fact]
    public void Accounts_are_leaves_of_the_chart_under_their_names_and_partners_have_valid_tax_numbers()
    {
        var chart = new ChartOfAccounts(SampleAccounts.All, isComplete: true);
        Assert.All(chart.Accounts, account =>
        {
            Assert.False(string.IsNullOrWhiteSpace(account.Name));
            Assert.True(account.Parent is null ? account.Code.Length == 3 : chart.Find(account.Parent) is { Leaf: false } && account.Code.StartsWith(account.Parent, StringComparison.Ordinal));
        });
        foreach (var line in Clean.SelectMany(voucher => voucher.Lines))
        {
            var account = chart.Find(line.Account!);
            Assert.True(account is { Leaf: true }, line.Account);
            Assert.Equal(account.Name, line.AccountName);
            Assert.Equal(chart.Find(line.Account![..3])!.Name, line.MainAccountName);
            if (line.Partner is { } partner)
                Assert.True(TaxpayerId.IsValid(partner.TaxId), partner.Name);
        }

        Assert.Contains(SamplePartners.Agencies, partner => partner.TaxId[0] == '0');
        Assert.Contains(SamplePartners.Professionals, partner => partner.TaxId.Length == 11);
    }

    [Fact]
    public void Texts_hold_nothing_that_a_file_or_a_reader_would_stumble_over()
    {
        foreach (var voucher in Clean)
        {
            Assert.False(string.IsNullOrWhiteSpace(voucher.Comment));
            Assert.True(voucher.EnteredBy!.Length >= 2);
            foreach (var text in TextsOf(voucher))
            {
                Assert.Equal(text.Trim(), text);
                Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
                Assert.True(text.IsNormalized(NormalizationForm.FormC) && text.Length <= 60, text);
                Assert.True(text.AsSpan().IndexOfAny(Separators) < 0 && text[0] is not ('=' or '+' or '-' or '@'), text);
                Assert.All(text, c => Assert.True(c < 128 || "çÇğĞıİöÖşŞüÜâî".Contains(c, StringComparison.Ordinal), text));
            }
        }

        var all = string.Concat(Clean.SelectMany(TextsOf));
        Assert.All("ıİşŞğçÇöÖüÜ", letter => Assert.Contains(letter, all));
    }

    [Fact]
    public void The_same_seed_makes_the_same_bytes_and_another_seed_others()
    {
        var again = SampleMonth.Clean();
        for (var i = 0; i < Clean.Count; i++)
            Assert.Equal(VoucherJsonWriter.ToBytes(Clean[i]), VoucherJsonWriter.ToBytes(again[i]));
        Assert.NotEqual(Clean[0], SampleMonth.Vouchers(7, SampleMonth.January, scale: 1).First());
    }

    [Fact]
    public void A_big_month_is_streamed_and_balanced()
    {
        long lines = 0, vouchers = 0;
        var last = new DateOnly(2025, 1, 1);
        foreach (var voucher in SampleMonth.Vouchers(3, SampleMonth.January, scale: 70))
        {
            decimal difference = 0;
            foreach (var line in voucher.Lines)
                difference += line.Debit.OrZero - line.Credit.OrZero;
            Assert.Equal(0m, difference);
            Assert.True(voucher.Date.Value >= last);
            last = voucher.Date.Value!.Value;
            lines += voucher.Lines.Count;
            vouchers++;
        }

        Assert.InRange(lines, 200_000, 300_000);
        Assert.True(vouchers > 30_000);
    }

    [Theory]
    [InlineData(2024, 2)]
    [InlineData(2025, 6)]
    [InlineData(2026, 12)]
    public void Any_month_and_seed_can_be_made(int year, int month)
    {
        var period = new Period(year, month);
        foreach (var voucher in SampleMonth.Vouchers((ulong)year, period, scale: 2))
        {
            Assert.True(period.Contains(voucher.Date.Value!.Value));
            Assert.Equal(0m, voucher.Lines.Sum(line => line.Debit.OrZero - line.Credit.OrZero));
            Assert.All(voucher.Lines, line => Assert.True((line.Debit.Value ?? line.Credit.Value) > 0));
        }
    }

    private static IEnumerable<string> TextsOf(Voucher voucher)
    {
        yield return voucher.Number!;
        yield return voucher.Comment!;
        yield return voucher.EnteredBy!;
        foreach (var line in voucher.Lines)
        {
            yield return line.Description!;
            yield return line.AccountName!;
            if (line.Partner is { } partner)
                yield return partner.Name!;
            if (line.Document is { } document)
                yield return document.Number!;
        }
    }
}
