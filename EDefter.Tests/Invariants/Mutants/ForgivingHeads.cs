using EDefter.Core.Companies;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Tests.Invariants.Mutants;

/// <summary>A check's stamp that forgets its errors.</summary>
internal sealed class ForgivingHeads : Plant
{
    public override IVoucherLog Log(IVoucherLog log) => new Mutant(log);

    private sealed class Mutant(IVoucherLog inner) : LogDecorator(inner)
    {
        public override async Task<IReadOnlyDictionary<Period, MonthHead>> ReadHeadsAsync(BookId book, FiscalYear year, CancellationToken cancellationToken) =>
            (await Inner.ReadHeadsAsync(book, year, cancellationToken)).ToDictionary(pair => pair.Key, pair => pair.Value.Check is { } check ? pair.Value with { Check = check with { Errors = 0 } } : pair.Value);
    }
}
