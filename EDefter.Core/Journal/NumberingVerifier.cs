using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Journal;

/// <summary>
/// Holds the numbers that a month was given against its vouchers, while somebody reads them anyway. Whoever reads asks for each day's start, and at
/// the end whether all is as it was numbered; until then nothing that was made of the numbers may leave the house.
/// </summary>
public sealed class NumberingVerifier : IDisposable
{
    private readonly JournalOrderHash order = new();
    private readonly Dictionary<DateOnly, DayStart> starts;
    private readonly Numbering numbers;
    private readonly Period period;
    private long nextNumber;
    private long nextLine;

    /// <param name="numbers">What stands in the stamp; its own contradictions are <see cref="FaultIn"/>'s to find, before.</param>
    /// <param name="period">The month.</param>
    public NumberingVerifier(Numbering numbers, Period period)
    {
        this.numbers = numbers;
        this.period = period;
        starts = numbers.Days.ToDictionary(start => start.Day);
        nextNumber = numbers.First;
        nextLine = numbers.FirstLine;
    }

    /// <summary>The first fault that was met; null while there is none.</summary>
    public NumberingFault? Fault { get; private set; }

    /// <summary>What contradicts itself in a stamp, or contradicts the month before it: seen without any voucher.</summary>
    /// <param name="numbers">The month's numbers.</param>
    /// <param name="before">Those of the month before; null in the month that begins the numbers.</param>
    /// <param name="book">The book.</param>
    /// <param name="period">The month.</param>
    public static NumberingFault? FaultIn(Numbering numbers, Numbering? before, BookId book, Period period)
    {
        var first = (before?.Last ?? 0) + 1;
        if (numbers.First != first)
            return new NumberingFault("NUM002", ("beklenen", TurkishText.Count(first)), ("bulunan", TurkishText.Count(numbers.First)));
        if (numbers.FirstLine != (before?.LastLine ?? 0) + 1 || numbers.LastLine - numbers.FirstLine + 1 != numbers.Lines)
            return LineFault(numbers.FirstLine);
        if (numbers.Last - numbers.First + 1 != numbers.Vouchers)
            return Gap(numbers.Last - numbers.First + 1 > numbers.Vouchers, numbers.Last);
        if (before is not null && !string.Equals(numbers.Previous, before.Chain, StringComparison.Ordinal))
            return Changed(period.Previous, count: null);
        return FaultInDays(numbers) ?? (string.Equals(numbers.Chain, NumberingBuilder.ChainOf(book, period, numbers), StringComparison.Ordinal) ? null : Changed(period, count: null));
    }

    /// <summary>Vouchers were added, changed or taken away after the month was numbered.</summary>
    /// <param name="period">The month.</param>
    /// <param name="count">How many; null when only that it happened can be told.</param>
    public static NumberingFault Changed(Period period, long? count) =>
        new("NUM007", ("ay", TurkishText.Month(period)), ("adet", count is { } known ? TurkishText.Count(known) : "en az 1"));

    /// <summary>Takes the next day that has vouchers in the book.</summary>
    /// <param name="day">The day.</param>
    /// <param name="vouchers">In the order of the journal, with the hash of each one's content; cancelled ones left out.</param>
    /// <returns>Where the day's numbers begin; null when the numbers are broken, and reading on is of no use.</returns>
    public DayStart? Take(DateOnly day, IReadOnlyList<(VoucherFacts Voucher, string ContentHash)> vouchers)
    {
        if (Fault is not null)
            return null;
        if (!starts.TryGetValue(day, out var start))
        {
            Fault = Changed(period, vouchers.Count);
            return null;
        }

        if (start.FirstNumber != nextNumber)
            Fault = Gap(start.FirstNumber > nextNumber, start.FirstNumber > nextNumber ? nextNumber : start.FirstNumber);
        else if (start.FirstLine != nextLine)
            Fault = LineFault(start.FirstLine);
        foreach (var (voucher, contentHash) in vouchers)
        {
            order.Add(voucher.EntryId, contentHash, nextNumber, nextLine, voucher.Lines.Length);
            nextNumber++;
            nextLine += voucher.Lines.Length;
        }

        return Fault is null ? start : null;
    }

    /// <summary>A voucher was met that is no entry: it was changed since the numbers were given.</summary>
    public void Reject() => Fault ??= Changed(period, count: null);

    /// <summary>Ends the reading: every number was found again.</summary>
    /// <returns>What is broken; null when nothing is.</returns>
    public NumberingFault? Finish()
    {
        if (Fault is not null)
            return Fault;
        if (nextNumber - 1 != numbers.Last)
            Fault = Gap(nextNumber - 1 < numbers.Last, Math.Min(nextNumber, numbers.Last + 1));
        else if (nextLine - 1 != numbers.LastLine)
            Fault = LineFault(nextLine);
        else if (!string.Equals(order.Complete(), numbers.Order, StringComparison.Ordinal))
            Fault = Changed(period, count: null);
        return Fault;
    }

    public void Dispose() => order.Dispose();

    private static NumberingFault? FaultInDays(Numbering numbers)
    {
        if (numbers.Days.Count == 0)
            return numbers.Vouchers == 0 ? null : Gap(isGap: true, numbers.First);
        if (numbers.Days[0].FirstNumber != numbers.First)
            return Gap(numbers.Days[0].FirstNumber > numbers.First, numbers.First);
        if (numbers.Days[0].FirstLine != numbers.FirstLine)
            return LineFault(numbers.Days[0].FirstLine);
        for (var i = 1; i < numbers.Days.Count; i++)
        {
            var (left, right) = (numbers.Days[i - 1], numbers.Days[i]);
            if (right.FirstNumber <= left.FirstNumber)
                return Gap(isGap: false, right.FirstNumber);
            if (right.FirstLine <= left.FirstLine)
                return LineFault(right.FirstLine);
            if (right.Day <= left.Day)
            {
                return new NumberingFault(
                    "NUM004", ("no1", TurkishText.Count(left.FirstNumber)), ("tarih1", TurkishText.Date(left.Day)), ("no2", TurkishText.Count(right.FirstNumber)), ("tarih2", TurkishText.Date(right.Day)));
            }
        }

        return null;
    }

    private static NumberingFault Gap(bool isGap, long number) => new("NUM003", ("tur", isGap ? "atlama var" : "tekrar var"), ("no", TurkishText.Count(number)));

    private static NumberingFault LineFault(long line) => new("NUM011", ("no", TurkishText.Count(line)));
}
