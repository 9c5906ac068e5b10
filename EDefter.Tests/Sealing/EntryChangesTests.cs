using System.Reflection;
using EDefter.Core.Journal;
using EDefter.Core.Sealing.Difference;
using EDefter.Core.Vouchers;
using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Sealing;

/// <summary>Whatever two archives say differently of a line is told: by the comparison of two archives, and by the print that counts differing entries (KON005).</summary>
public sealed class EntryChangesTests
{
    public static TheoryData<string> MembersOfLine =>
        [.. typeof(JournalLine).GetProperties().Where(property => property.CanWrite && property.Name != nameof(JournalLine.NumberInEntry)).Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(MembersOfLine))]
    public void A_member_of_a_line_that_changes_is_told(string member)
    {
        foreach (var filled in (bool[])[false, true])
        {
            var before = Entry(filled);
            var after = Entry(filled);
            Change(after.Lines[0], member);

            Assert.NotEqual(PrintOf(before), PrintOf(after));
            // Numbers follow from the other entries; the comparison counts them apart.
            if (member == nameof(JournalLine.Number))
                continue;
            Assert.NotEmpty(EntryComparison.Changes(ArchivedEntry.Of(before), ArchivedEntry.Of(after)));
            Assert.NotEqual(EntryComparison.ContentOf(ArchivedEntry.Of(before)), EntryComparison.ContentOf(ArchivedEntry.Of(after)));
        }
    }

    /// <summary>Prints lie beside archives that were made long ago.</summary>
    [Theory]
    [InlineData(false, "821baf85c61c33a94891aefa147bdf91")]
    [InlineData(true, "71d46ee01427a17935d26d4e89ea4689")]
    public void The_print_of_an_entry_stays_what_it_was(bool filled, string expected)
    {
        var entry = Months.Number([Months.Simple(1, change: line => filled ? Filled(line) with { Original = Filled(line).Original! with { RateSource = null, RateComment = null } } : line)], 1, 1).Single();

        Assert.Equal(expected, PrintOf(entry));
    }

    private static JournalEntry Entry(bool filled) => Months.Number([filled ? Months.Simple(1, change: Filled) : Months.Simple(1)], 1, 1).Single();

    private static VoucherLine Filled(VoucherLine line) => line with
    {
        PaymentMethod = "Banka",
        Document = new SourceDocument { Type = "other", TypeDescription = "Dekont", Number = "17", Date = DateField.Of(new DateOnly(2025, 1, 2)) },
        Original = new OriginalAmount { Currency = "EUR", Amount = AmountField.Of(20m), Rate = AmountField.Of(35.1234m), RateDate = DateField.Of(new DateOnly(2025, 1, 2)), RateSource = "TCMB döviz alış", RateComment = "önceki iş günü" },
    };

    private static void Change(JournalLine line, string member)
    {
        var property = typeof(JournalLine).GetProperty(member, BindingFlags.Public | BindingFlags.Instance)!;
        property.SetValue(line, Other(property.GetValue(line), Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));
    }

    private static object Other(object? value, Type type)
    {
        if (type == typeof(string))
            return value + "x";
        if (type == typeof(decimal))
            return (decimal)(value ?? 0m) + 1;
        if (type == typeof(long))
            return (long)(value ?? 0L) + 1;
        if (type == typeof(DateOnly))
            return ((DateOnly)(value ?? new DateOnly(2025, 1, 1))).AddDays(1);
        return Enum.GetValues(type).Cast<object>().First(one => !one.Equals(value));
    }

    private static string PrintOf(JournalEntry entry)
    {
        var print = new byte[EntryPrint.Bytes];
        new EntryPrint().Write(entry, print);
        return Convert.ToHexStringLower(print);
    }
}
