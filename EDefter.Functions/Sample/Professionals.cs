using System.Globalization;

namespace EDefter.Functions.Sample;

/// <summary>The accountant's and the lawyer's serbest meslek makbuzu: document type other, stopaj of 20 % kept back.</summary>
public sealed class Professionals : ISampleBusiness
{
    public IEnumerable<SampleDraft> Day(SampleBook book)
    {
        if (book.Today.Day is not (8 or 15 or 22 or 29))
            yield break;
        foreach (var professional in SamplePartners.Professionals)
        {
            var fee = book.Random.Kurus(8_000, 30_000);
            var number = string.Create(CultureInfo.InvariantCulture, $"{professional.Series}{book.Today.Year:D4}{book.NextOf(professional.Series):D9}");
            var withheld = SampleBook.Percent(fee, 20);
            var draft = new SampleDraft("self-employed", professional.Name + " serbest meslek makbuzu", book.Other("Serbest Meslek Makbuzu", number));
            var total = draft.Buy("770.06", fee, 20, "Danışmanlık ücreti");
            yield return draft.Credit("360.04", withheld, "Gelir vergisi stopajı %20").Credit(professional.Account, total - withheld, "Ödenecek tutar");
        }
    }
}
