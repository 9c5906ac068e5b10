using System.Runtime.InteropServices;
using EDefter.Core.Rules.Aggregates;

namespace EDefter.Core.Rules.Hes;

/// <summary>What came into and went out of one cash account, by day.</summary>
internal sealed class CashDesk
{
    private readonly SortedDictionary<DateOnly, decimal> movements = [];

    /// <summary>A line said an amount in a foreign currency.</summary>
    public bool IsForeign { get; private set; }

    /// <summary>All desks as one.</summary>
    public static CashDesk Sum(IEnumerable<CashDesk> desks)
    {
        var sum = new CashDesk();
        foreach (var desk in desks)
        {
            foreach (var (day, movement) in desk.movements)
                sum.Add(day, movement, isForeign: false);
        }

        return sum;
    }

    public void Add(DateOnly day, decimal debitMinusCredit, bool isForeign)
    {
        movements[day] = movements.GetValueOrDefault(day) + debitMinusCredit;
        IsForeign |= isForeign;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(IsForeign);
        writer.Write(movements.Count);
        foreach (var (day, movement) in movements)
        {
            writer.WriteDay(day);
            writer.Write(movement);
        }
    }

    public void Join(BinaryReader reader)
    {
        IsForeign |= reader.ReadBoolean();
        for (var left = reader.ReadInt32(); left > 0; left--)
            Add(reader.ReadDay(), reader.ReadDecimal(), isForeign: false);
    }

    /// <summary>The days with movements that end below zero, in order.</summary>
    /// <param name="carried">Lira that stood on the account before the first day.</param>
    public IReadOnlyList<DayEnd> DaysBelowZero(decimal carried)
    {
        var below = new List<DayEnd>();
        var balance = carried;
        foreach (var (day, movement) in movements)
        {
            balance += movement;
            if (balance < 0)
                below.Add(new DayEnd(day, balance));
        }

        return below;
    }

    /// <param name="Day">The day.</param>
    /// <param name="Balance">Lira at its end.</param>
    [StructLayout(LayoutKind.Auto)]
    public readonly record struct DayEnd(DateOnly Day, decimal Balance);
}
