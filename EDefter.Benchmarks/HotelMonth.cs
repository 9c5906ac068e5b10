using System.IO.Compression;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Text;
using EDefter.Core.Vouchers;
using EDefter.Functions.Sample;

namespace EDefter.Benchmarks;

/// <summary>The hotel's clean January at any size, streamed: nobody ever holds the month.</summary>
internal static class HotelMonth
{
    // Of the smallest month that is larger; what is over is cut off at the end.
    private const int LinesPerScale = 2_900;

    /// <summary>The month that every measurement uses.</summary>
    public static Period Period => SampleMonth.January;

    /// <summary>So many lines, and what the last voucher has beyond them.</summary>
    public static IEnumerable<Voucher> Vouchers(long lines)
    {
        var made = 0L;
        foreach (var voucher in SampleMonth.Vouchers(SampleMonth.Seed, Period, checked((int)(lines / LinesPerScale) + 1)))
        {
            if (made >= lines)
                yield break;
            made += voucher.Lines.Count;
            yield return voucher;
        }
    }

    /// <summary>The same a day at a time, each day in the order of the journal.</summary>
    public static IEnumerable<Voucher[]> Days(long lines)
    {
        var held = new List<Voucher>();
        foreach (var voucher in Vouchers(lines))
        {
            if (held.Count > 0 && held[0].Date != voucher.Date)
                yield return Whole(held);
            held.Add(voucher);
        }

        yield return Whole(held);
    }

    /// <summary>The month as an ERP's file: gzipped NDJSON.</summary>
    /// <returns>Lines written.</returns>
    public static long Write(Stream target, IEnumerable<Voucher> vouchers)
    {
        var lines = 0L;
        using var zip = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true);
        var json = new ByteBuffer();
        foreach (var voucher in vouchers)
        {
            json.Clear();
            VoucherJsonWriter.Write(json, voucher);
            json.Write("\n"u8);
            zip.Write(json.Written);
            lines += voucher.Lines.Count;
        }

        return lines;
    }

    /// <summary>What the rules may know of the hotel.</summary>
    public static CheckContext Context()
    {
        var company = SampleCompany.Company;
        return new CheckContext
        {
            Company = company with { FiscalYears = [company.FiscalYear!] },
            Branch = Branch.HeadOffice,
            From = Period.FirstDay,
            To = Period.LastDay,
            Period = Period,
            AsOf = Period.LastDay.AddDays(1),
            Pack = RulePacks.For(Period.FirstDay),
            Chart = new ChartOfAccounts(SampleAccounts.All, isComplete: true),
            YearToDate = new YearToDate([]),
        };
    }

    /// <summary>Sorts a day's vouchers and takes them out of the list.</summary>
    public static Voucher[] Whole(List<Voucher> held)
    {
        held.Sort(VoucherOrder.Compare);
        Voucher[] day = [.. held];
        held.Clear();
        return day;
    }
}
