using EDefter.Core.Journal;

namespace EDefter.Core.Formats.Print;

/// <summary>A mizan being written.</summary>
public interface ITrialBalanceBook : IDisposable
{
    /// <exception cref="InvalidOperationException">The month's sums are not its control totals: a bug of the caller.</exception>
    void Write(TrialBalance balance);
}
