using CsCheck;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Vouchers;
using EDefter.Tests.Vouchers;
using Xunit;

namespace EDefter.Tests.Rules;

/// <summary>FIS012 and its neighbours over generated vouchers: what one entry is made of is not told twice and never of a voucher of one document.</summary>
public sealed class SeveralDocumentsTests
{
    private static readonly Period Month = new(2025, 1);

    private static readonly Gen<Voucher> Documented = VoucherGen.Of(Month, "1", "1").Where(static voucher => voucher.Kind is not "opening" && voucher.Lines.Any(line => line.Document is not null || voucher.Document is not null));

    [Fact]
    public void A_voucher_joined_with_another_operation_is_several_documents() => Gen.Select(Documented, Documented).Sample(
        static (first, second) =>
        {
            var joined = Join(Spread(first), Spread(second with { Number = "2" }));
            var documents = joined.Lines.Select(static line => line.Document!).Distinct().ToList();
            var said = Said(joined, "FIS012");
            if (documents.Count < 2 || MayStandTogether(joined, documents))
                Assert.Empty(said);
            else
                Assert.Equal(["Tek fişte birden çok belge var: 1 (2 belge). Her belge ayrı yevmiye maddesi olmalıdır."], said);
        },
        iter: 1_000);

    [Fact]
    public void The_order_of_the_lines_does_not_show() => Gen.Select(Documented, Documented, Gen.Int).Sample(
        static (first, second, seed) =>
        {
            var joined = Join(Spread(first), Spread(second with { Number = "2" }));
            var random = new Random(seed);
            var shuffled = joined with { Lines = [.. joined.Lines.OrderBy(_ => random.Next())] };
            foreach (var rule in new[] { "FIS012", "FIS013", "BEL021" })
                Assert.Equal(Said(joined, rule), Said(shuffled, rule));
        },
        iter: 500);

    [Fact]
    public void One_document_that_its_lines_contradict_is_told_once() => Gen.Select(Documented, Gen.Int[0, 100]).Sample(
        static (voucher, at) =>
        {
            var spread = Spread(voucher);
            if (spread.Lines.Count < 2)
                return;
            var line = spread.Lines[at % spread.Lines.Count];
            var garbled = line with { Document = line.Document! with { Number = "X-" + line.Document!.Number } };
            var lines = spread.Lines.Select(other => ReferenceEquals(other, line) ? garbled : other).ToList();
            var sourced = spread with { Lines = [.. lines.Select(other => other with { SourceDocument = "77" })] };
            Assert.Single(Said(sourced, "BEL017"));
            Assert.Empty(Said(sourced, "FIS012"));
        },
        iter: 500);

    // Two invoices, two payrolls, and the movements of one bank on one day; anything else may not.
    private static bool MayStandTogether(Voucher joined, List<SourceDocument> documents)
    {
        if (documents.TrueForAll(static document => document.Type == "invoice") || documents.TrueForAll(static document => document.TypeDescription == "Ücret Bordrosu İcmali"))
            return true;
        return documents.TrueForAll(document => document.TypeDescription == "Dekont" && document.Date == documents[0].Date)
            && joined.Lines.Where(static line => line.Account!.StartsWith("102", StringComparison.Ordinal)).Select(static line => line.Account).Distinct(StringComparer.Ordinal).Count() == 1;
    }

    private static Voucher Join(Voucher first, Voucher second) => first with { Module = null, Lines = [.. first.Lines, .. second.Lines.Select(line => line with { PostingDate = first.Date })] };

    // The document of the whole voucher on every line.
    private static Voucher Spread(Voucher voucher) =>
        voucher with { Document = null, Lines = [.. voucher.Lines.Select(line => line with { Document = line.Document ?? voucher.Document })] };

    private static List<string> Said(Voucher voucher, string rule) =>
        [.. RuleCaseRunner.Run(Context, [voucher]).Findings.Where(finding => finding.Rule == rule).Select(finding => finding.Message)];

    private static CheckContext Context { get; } = new()
    {
        Company = VoucherGen.CompanyOf(2025),
        Branch = Branch.HeadOffice,
        From = Month.FirstDay,
        To = Month.LastDay,
        Period = Month,
        AsOf = new DateOnly(2025, 3, 1),
        Pack = RulePacks.For(Month.FirstDay),
    };
}
