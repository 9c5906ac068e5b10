using System.Globalization;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Repairs.ByRule;

/// <summary>DOV001: the rate date is the voucher's day, the rate is lira by foreign amount. A missing currency cannot be derived.</summary>
internal sealed class CompleteForeignAmount : Repair
{
    // As the central bank publishes rates; more only for a currency so small that four would leave less than four digits.
    private const int RateDecimals = 4;
    private const int RateDecimalsMax = 12;
    private const decimal FourDigits = 1_000m;

    public override string Code => "DOV001";

    public override RepairClass Class => RepairClass.B;

    public override Proposal? Propose(VoucherFacts voucher, Finding finding, RepairContext context)
    {
        if (LineOf(voucher, finding) is not { Line.Original: not null } line)
            return null;
        return finding.Field switch
        {
            "original.rateDate" => DateOfRate(voucher, in line),
            "original.rate" => Rate(in line),
            _ => null,
        };
    }

    private static Proposal? DateOfRate(VoucherFacts voucher, in LineFacts line) =>
        voucher.Date is { } date
            ? new Proposal([Edit.Set(line.Number, "original.rateDate", voucher.Voucher.Date.ToString(), $"Kur tarihi olarak fişin günü olan {TurkishText.Date(date)} yazılır.")]) { Reads = [new FieldPlace(Line: null, "date")] }
            : null;

    private static Proposal? Rate(in LineFacts line)
    {
        var lira = Math.Abs(line.Debit + line.Credit);
        if (!line.Readable || lira == 0 || (line.Debit != 0 && line.Credit != 0) || line.Line.Original!.Amount.Value is not { } foreign || foreign == 0 || Divide(lira, Math.Abs(foreign)) is not { } rate)
            return null;
        var text = rate.ToString(CultureInfo.InvariantCulture);
        return new Proposal([Edit.Set(line.Number, "original.rate", text, $"Kur, TL tutarının döviz tutarına bölümüdür: {TurkishText.Amount(lira)} / {TurkishText.Amount(Math.Abs(foreign))} = {text.Replace('.', ',')}.")])
        {
            Reads = [new FieldPlace(line.Number, "debit"), new FieldPlace(line.Number, "credit"), new FieldPlace(line.Number, "side"), new FieldPlace(line.Number, "original.amount")],
        };
    }

    private static decimal? Divide(decimal lira, decimal foreign)
    {
        // A foreign amount far below any unit of money is a slip; its rate would be no rate.
        if (foreign < 0.0001m)
            return null;
        var exact = lira / foreign;
        var (decimals, shifted) = (RateDecimals, exact * 10_000m);
        for (; shifted < FourDigits && decimals < RateDecimalsMax; decimals++)
            shifted *= 10;
        var rate = decimal.Round(exact, decimals, MidpointRounding.AwayFromZero);
        return rate > 0 ? rate : null;
    }
}
