namespace EDefter.Functions.Sample;

/// <summary>The açılış fişi: balance sheet accounts only, no document, no payment method; what is left over is retained profit.</summary>
public sealed class OpeningVoucher : ISampleBusiness
{
    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (!book.IsFirstDay)
            yield break;
        var draft = new SampleDraft("opening", "Açılış kaydı", document: null) { IsOpening = true };
        long left = 0;
        foreach (var (account, debit) in Balances(book))
        {
            left += debit;
            if (debit > 0)
                draft.Debit(account, debit, "Devreden bakiye");
            else
                draft.Credit(account, -debit, "Devreden bakiye");
        }

        yield return draft.Credit("570.01", left, "Devreden bakiye");
    }

    private static IEnumerable<(string Account, long Debit)> Balances(SampleBook book)
    {
        var random = book.Random;
        long scale = book.Scale;
        yield return ("100.01", 3_845_075);
        yield return ("101.01", random.Kurus(40_000, 90_000) * scale);
        yield return ("102.01", random.Kurus(4_500_000, 6_000_000) * scale);
        yield return ("102.02", random.Kurus(2_500_000, 3_500_000) * scale);
        yield return ("108.01", random.Kurus(60_000, 120_000) * scale);
        yield return ("108.02", random.Kurus(40_000, 80_000) * scale);
        foreach (var agency in SamplePartners.Agencies)
            yield return (agency.Account, random.Kurus(30_000, 220_000) * scale);
        yield return ("120.90.001", random.Kurus(20_000, 60_000) * scale);
        foreach (var stock in (string[])["150.01", "150.02", "150.03", "150.04", "150.05", "150.06", "153.01", "153.02"])
            yield return (stock, random.Kurus(15_000, 90_000) * scale);
        yield return ("180.01", 25_416_600);
        yield return ("190.01", random.Kurus(90_000, 160_000) * scale);
        yield return ("252.01", 4_850_000_000);
        yield return ("253.01", 612_540_000);
        yield return ("254.01", 275_000_000);
        yield return ("255.01", 438_907_525);
        yield return ("257.01", -727_500_000);
        yield return ("257.02", -183_762_000);
        yield return ("257.03", -110_000_000);
        yield return ("257.04", -175_563_010);
        yield return ("300.01", -350_000_000);
        foreach (var supplier in SamplePartners.Suppliers)
            yield return (supplier.Account, -random.Kurus(20_000, 160_000) * scale);
        yield return ("335.01", -146_230_418);
        yield return ("360.01", -24_316_590);
        yield return ("360.02", -1_544_123);
        yield return ("360.03", -8_725_940);
        yield return ("360.04", -1_000_000);
        yield return ("361.01", -29_484_000);
        yield return ("361.02", -43_699_500);
        yield return ("361.03", -6_318_000);
        yield return ("500.01", -3_000_000_000);
        yield return ("540.01", -85_000_000);
    }
}
