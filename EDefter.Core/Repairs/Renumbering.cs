using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>FIS008: a fiş no that is taken twice; the next free number of its series is offered. It speaks of a month, so it is offered at its end.</summary>
internal static class Renumbering
{
    public const string Code = "FIS008";

    public const string Field = "number";

    public static Choice? Offer(Finding finding, VoucherNumberSeries series) =>
        series.TakeNext(finding.VoucherNumber) is { } free
            ? new Choice(ChangeKind.Set, Line: null, Field, [free], $"\"{finding.VoucherNumber}\" numarası başka bir fişte de var; aynı serinin sıradaki boş numarası {free}. Satırların belge olarak gösterdiği fiş numarası da birlikte değişir.")
            : null;
}
