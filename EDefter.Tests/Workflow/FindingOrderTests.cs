using CsCheck;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Checking;
using Xunit;

namespace EDefter.Tests.Workflow;

/// <summary>What a report says of the order of its findings is the same whether one process made them or several.</summary>
public sealed class FindingOrderTests
{
    // Vouchers that findings are told of while one voucher is looked at, by day.
    private static readonly Gen<(int Current, int Told)[][]> Days = Gen.Select(Gen.Int[0, 9], Gen.Frequency((60, Gen.Const(0)), (1, Gen.Const(1)))).Select((current, off) => (current, current + off)).Array[0, 6].Array[1, 5];

    [Fact]
    public void Parts_say_of_their_order_what_one_piece_says()
    {
        var broken = 0;
        Gen.Select(Days, Gen.Int[0, 3]).Sample((days, before) =>
        {
            var whole = Begun(before);
            foreach (var day in days)
                Take(whole, day);
            whole.End();
            var joined = Begun(before);
            foreach (var day in days)
                joined.Join(PartOf(day));
            joined.End();
            Assert.Equal(whole.Span, joined.Span);
            if (whole.Span is null)
                Interlocked.Increment(ref broken);
            else
                Assert.Equal(new FindingsSpan(before, days.Sum(day => day.Length)), whole.Span);
        });
        Assert.True(broken > 0);
    }

    private static FindingOrder Begun(int before)
    {
        var order = new FindingOrder();
        for (var n = 0; n < before; n++)
            order.Add(Of("drawer"));
        order.Begin();
        return order;
    }

    private static FindingsSpan? PartOf((int Current, int Told)[] day)
    {
        var order = new FindingOrder();
        order.Begin();
        Take(order, day);
        order.End();
        return order.Span;
    }

    private static void Take(FindingOrder order, (int Current, int Told)[] day)
    {
        foreach (var (current, told) in day)
        {
            order.Current = $"v{current}";
            order.Add(Of($"v{told}"));
        }
    }

    private static Finding Of(string voucher) => new() { Rule = "FIS001", Severity = Severity.Error, VoucherId = voucher, Field = "balance", Message = "m", Remedy = "r", Source = "s", RepairClass = RepairClass.N };
}
