using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EDefter.Core.Companies;
using EDefter.Core.Rules;

namespace EDefter.Core.Journal;

/// <summary>
/// Gives a month its numbers: days in order, each day's vouchers in the order of the journal. Every voucher must be able to become an
/// entry, and each is held against the law of an entry here; one that breaks it is a bug of whoever let it through the check.
/// </summary>
public sealed class NumberingBuilder : IDisposable
{
    /// <summary>What the first month of a fiscal year has before it.</summary>
    public const string NothingBefore = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly JournalOrderHash order = new();
    private readonly List<DayStart> days = [];
    private readonly ChartOfAccounts? chart;
    private readonly long first;
    private readonly long firstLine;
    private readonly string previous;
    private long nextNumber;
    private long nextLine;
    private decimal debit;
    private decimal credit;

    /// <param name="before">The numbering of the month before; null in the first month of a fiscal year, where both numbers begin at 1.</param>
    /// <param name="chart">Names of accounts, as they will be archived.</param>
    public NumberingBuilder(Numbering? before, ChartOfAccounts? chart)
    {
        this.chart = chart;
        first = nextNumber = (before?.Last ?? 0) + 1;
        firstLine = nextLine = (before?.LastLine ?? 0) + 1;
        previous = before?.Chain ?? NothingBefore;
    }

    /// <param name="day">Later than every day before it.</param>
    /// <param name="vouchers">In the order of the journal, with the hash of each one's content; cancelled vouchers left out.</param>
    /// <exception cref="InvalidOperationException">A voucher breaks the law of an entry.</exception>
    public void AddDay(DateOnly day, IEnumerable<(VoucherFacts Voucher, string ContentHash)> vouchers)
    {
        if (!TryAddDay(day, vouchers, out var fault))
            throw new InvalidOperationException(fault);
    }

    /// <summary>As <see cref="AddDay"/>, for vouchers that may have changed since they were checked. After a refusal the builder is of no more use.</summary>
    /// <param name="day">Later than every day before it.</param>
    /// <param name="vouchers">In the order of the journal, with the hash of each one's content; cancelled vouchers left out.</param>
    /// <param name="fault">Which voucher breaks the law of an entry, and what of it; null when none does.</param>
    public bool TryAddDay(DateOnly day, IEnumerable<(VoucherFacts Voucher, string ContentHash)> vouchers, out string? fault)
    {
        fault = null;
        var start = new DayStart(day, nextNumber, nextLine);
        foreach (var (voucher, contentHash) in vouchers)
        {
            if (JournalEntry.FaultOf(voucher, chart) is { } broken)
            {
                fault = $"Voucher {voucher.Voucher.Id} cannot become a journal entry: {broken}.";
                return false;
            }

            order.Add(voucher.EntryId, contentHash, nextNumber, nextLine, voucher.Lines.Length);
            nextNumber++;
            nextLine += voucher.Lines.Length;
            debit += voucher.Debit;
            credit += voucher.Credit;
        }

        if (nextNumber > start.FirstNumber)
            days.Add(start);
        return true;
    }

    public Numbering Complete(BookId book, Period period)
    {
        var numbers = new Numbering
        {
            First = first,
            Last = nextNumber - 1,
            FirstLine = firstLine,
            LastLine = nextLine - 1,
            Vouchers = nextNumber - first,
            Lines = nextLine - firstLine,
            Debit = debit,
            Credit = credit,
            Order = order.Complete(),
            Previous = previous,
            Chain = string.Empty,
            Days = days,
        };
        return numbers with { Chain = ChainOf(book, period, numbers) };
    }

    public void Dispose() => order.Dispose();

    /// <summary>The chain that belongs to everything else the numbering says.</summary>
    internal static string ChainOf(BookId book, Period period, Numbering numbers)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"edefter-chain-1\n{book}\n{period}\n{numbers.Previous}\n{numbers.Order}\n{numbers.First}\n{numbers.Last}\n{numbers.FirstLine}\n{numbers.LastLine}\n{numbers.Debit:0.00}\n{numbers.Credit:0.00}\n");
        return HashText(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    internal static string HashText(byte[] sha256) => "sha256:" + Convert.ToHexStringLower(sha256);
}
