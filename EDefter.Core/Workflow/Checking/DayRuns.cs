using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Checking;

/// <summary>Divides days into runs of about the same size. A day is never cut.</summary>
public static class DayRuns
{
    /// <param name="days">Days that have vouchers, in order.</param>
    /// <param name="size">Vouchers in a run: it ends with the day that reaches so many.</param>
    public static IReadOnlyList<DayRun> Of(IReadOnlyList<DayCount> days, int size)
    {
        var runs = new List<DayRun>();
        foreach (var day in days)
        {
            if (runs.Count > 0 && runs[^1].Vouchers < size)
                runs[^1] = runs[^1] with { To = day.Day, Vouchers = runs[^1].Vouchers + day.Vouchers };
            else
                runs.Add(new DayRun(day.Day, day.Day, day.Vouchers));
        }

        return runs;
    }
}
