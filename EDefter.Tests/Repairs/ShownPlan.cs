using System.Globalization;
using EDefter.Core.Repairs;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using Xunit;

namespace EDefter.Tests.Repairs;

/// <summary>A voucher's plan as people see it, a line a change: rule, line, field, before and after; candidates stand behind a question mark.</summary>
internal static class ShownPlan
{
    public static void Shows(Voucher voucher, params string[] changes) => Shows(RepairFixture.Context, voucher, changes);

    public static void Shows(CheckContext context, Voucher voucher, params string[] changes)
    {
        var plan = RepairFixture.Plan(context, RepairBook.Standard, voucher);
        Assert.Equal(changes, plan.Changes.Select(Show));
        Assert.All(plan.Changes, change => Assert.EndsWith(".", change.Why, StringComparison.Ordinal));
        Assert.Equal(0, plan.Unrepairable);
    }

    public static void ShowsNothing(Voucher voucher)
    {
        var plan = RepairFixture.Plan(voucher);
        Assert.Empty(plan.Changes.Select(Show));
        Assert.NotEmpty(plan.Remaining);
    }

    public static string Show(Change change) =>
        $"{change.Rule} {change.Line?.ToString(CultureInfo.InvariantCulture) ?? "-"} {change.Field} {Text(change.Before)} → {(change.Candidates.Count > 0 ? "?" + string.Join('|', change.Candidates) : Text(change.After))}";

    private static string Text(string? text) => text is null ? "∅" : $"\"{text}\"";
}
