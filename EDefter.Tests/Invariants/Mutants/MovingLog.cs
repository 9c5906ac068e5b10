using System.Runtime.CompilerServices;
using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A log where something happens when days are read.</summary>
internal sealed class MovingLog(IVoucherLog inner, MovingLog.Planter planter) : LogDecorator(inner)
{
    public override async IAsyncEnumerable<DayVouchers> ReadDaysAsync(BookId book, FiscalYear year, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await planter.ReadAsync();
        await foreach (var day in Inner.ReadDaysAsync(book, year, from, to, cancellationToken))
            yield return day;
    }

    /// <summary>Decides when it happens.</summary>
    internal sealed class Planter(Func<Task> happen) : Plant
    {
        private int readings;

        /// <summary>The reading before which it happens, counted from when this was set; 0: never.</summary>
        public int AtReading
        {
            get;
            set => (field, readings) = (value, 0);
        }

        /// <summary>At every later reading too.</summary>
        public bool Always { get; set; }

        public override IVoucherLog Log(IVoucherLog log) => new MovingLog(log, this);

        public async Task ReadAsync()
        {
            if (AtReading > 0 && (++readings == AtReading || (Always && readings > AtReading)))
                await happen();
        }
    }
}
