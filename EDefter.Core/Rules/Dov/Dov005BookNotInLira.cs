namespace EDefter.Core.Rules.Dov;

/// <summary>The company’s books are said to be kept in another currency than lira. Told once a check, of the company: every amount of the book is meant.</summary>
public sealed class Dov005BookNotInLira : CompanyRule
{
    private const string Lira = "TRY";

    public override RuleInfo Info { get; } = new()
    {
        Code = "DOV005",
        Severity = Severity.Warning,
        Message = "Defter Türk Lirası tutulmalıdır; firma bilgilerinde {paraBirimi} yazıyor.",
        Remedy = "Firma bilgilerindeki defter para birimini TRY yapıp fişleri TL tutarlarıyla gönderin; başka para biriminde kayıt izniniz varsa uyarıyı izin bilgisini yazarak kabul edin.",
        Source = "VUK 215/2",
    };

    public override void Check(CheckContext context, FindingSink findings)
    {
        if (context.Company.BookCurrency is { } currency && !string.IsNullOrWhiteSpace(currency) && context.Pack.CurrencyFor(currency) != Lira)
            findings.Add(this, "bookCurrency", ("paraBirimi", currency));
    }
}
