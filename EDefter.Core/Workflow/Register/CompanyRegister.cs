using System.Text.RegularExpressions;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Rules;
using EDefter.Core.Text;
using EDefter.Core.Workflow.Access;
using EDefter.Core.Workflow.Backups;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Register;

/// <summary>Companies and their charts of accounts. What a company may lack is the rules' to say; here is refused only what could not be kept.</summary>
public sealed partial class CompanyRegister(ICompanies companies, CompanyGround ground, IVoucherLog log, TimeProvider clock)
{
    // Years that no book of today has are slips of a keyboard, and at the ends of the calendar a month has no neighbour.
    private const int YearLeast = 1900;
    private const int YearMost = 2999;

    /// <summary>Creates or replaces a profile. A new <c>fiscalYear</c> is added to the years already there; years that hold vouchers never change.</summary>
    public async Task<Outcome<Company>> SaveAsync(Company given, Actor actor, CancellationToken cancellationToken)
    {
        if ((InvalidIn(given) ?? InvalidIn(given.AutoClose, TurkishDay.Of(clock.GetUtcNow()))) is { } invalid)
            return invalid;
        while (true)
        {
            var found = await companies.FindAsync(given.Id, cancellationToken);
            var years = await WithYearAsync(found?.Value, given, cancellationToken);
            if (years.IsRefused)
                return years.Refusal;
            var company = given with { FiscalYears = years.Value, FormerBranches = FormerBranches(found?.Value, given) };
            if (found is null)
            {
                if (await ground.MakeAsync(company, cancellationToken) is { } made)
                    return made;
                continue;
            }

            if (!await companies.SaveAsync(company, found.Version, cancellationToken))
                continue;
            // Whether or not a year is new: whoever saved the year may have died here, and sends the same profile again.
            await SettleDrawersAsync(company, actor, cancellationToken);
            return company;
        }
    }

    public async Task<Outcome<Company>> FindAsync(string company, CancellationToken cancellationToken)
    {
        var found = await companies.FindAsync(company, cancellationToken);
        return found is null ? Refusals.UnknownCompany(company) : found.Value;
    }

    /// <summary>The companies that a caller reaches, in the order of their ids: all of them for the admin, those that are named for everybody else.</summary>
    public async Task<IReadOnlyList<Company>> ReachableAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (caller.Companies is { } own)
        {
            var named = new List<Company>();
            foreach (var id in own)
            {
                if (await companies.FindAsync(id, cancellationToken) is { } found)
                    named.Add(found.Value);
            }

            return named;
        }

        var reachable = new List<Company>();
        await foreach (var company in companies.ListAsync(cancellationToken))
            reachable.Add(company);
        return [.. reachable.OrderBy(company => company.Id, StringComparer.Ordinal)];
    }

    /// <summary>Replaces the chart of accounts; names that repairs added stay for accounts that the new chart leaves out.</summary>
    public async Task<Outcome<ChartOfAccounts>> SaveChartAsync(string company, IReadOnlyList<ChartAccount> accounts, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        if (accounts.Any(account => account is null || string.IsNullOrWhiteSpace(account.Code)))
            return Refusals.InvalidBody("Hesap planında kodu (code) boş bir hesap var; her hesabın kodu olmalıdır.");
        while (true)
        {
            var found = await companies.FindChartAsync(company, cancellationToken);
            var chart = new ChartOfAccounts(WithRepairedNames(accounts, found?.Value), isComplete: true);
            if (await companies.SaveChartAsync(company, chart, found?.Version, cancellationToken))
                return chart;
        }
    }

    public async Task<Outcome<ChartOfAccounts>> FindChartAsync(string company, CancellationToken cancellationToken)
    {
        if (await companies.FindAsync(company, cancellationToken) is null)
            return Refusals.UnknownCompany(company);
        return (await companies.FindChartAsync(company, cancellationToken))?.Value ?? new ChartOfAccounts([], isComplete: false);
    }

    [GeneratedRegex(@"^[a-z0-9-]{1,40}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdShape();

    [GeneratedRegex(@"^[0-9A-Za-z]{1,10}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BranchShape();

    private static IEnumerable<ChartAccount> WithRepairedNames(IReadOnlyList<ChartAccount> accounts, ChartOfAccounts? before)
    {
        var named = accounts.Where(account => !string.IsNullOrWhiteSpace(account.Name)).Select(account => account.Code).ToHashSet(StringComparer.Ordinal);
        var repaired = before?.Accounts.Where(account => account.NamedByRepair && !named.Contains(account.Code)) ?? [];
        return accounts.Concat(repaired);
    }

    private static List<Branch>? FormerBranches(Company? before, Company given)
    {
        var present = given.Branches.Select(branch => branch.Code).ToHashSet(StringComparer.Ordinal);
        List<Branch> former =
        [
            .. (before?.Branches ?? []).Concat(before?.FormerBranches ?? [])
                .Where(branch => !present.Contains(branch.Code))
                .DistinctBy(branch => branch.Code, StringComparer.Ordinal)
                .OrderBy(branch => branch.Code, StringComparer.Ordinal),
        ];
        return former.Count == 0 ? null : former;
    }

    private static Refusal? InvalidIn(Company company)
    {
        if (!IdShape().IsMatch(company.Id))
            return Refusals.InvalidCompany("id", "Firma kimliği yalnız küçük harf (a-z), rakam ve tire içerebilir, en çok 40 karakterdir.");
        if (!TaxpayerId.HasShape(company.TaxId))
            return Refusals.InvalidCompany("taxId", "Vergi kimlik numarası 10 haneli VKN ya da 11 haneli TCKN olmalıdır; baştaki sıfırlarıyla, metin olarak yazın.");
        if (company.Branches.Any(branch => branch?.Code is not { } code || !BranchShape().IsMatch(code)))
            return Refusals.InvalidCompany("branches", "Şube numarası yalnız harf ve rakam içerebilir, en çok 10 karakterdir; merkezin numarası 0000 olur.");
        if (company.Accountants.Any(accountant => accountant is null))
            return Refusals.InvalidCompany("accountants", "Muhasebeci listesinde boş bir kayıt var; kaydı doldurun ya da listeden çıkarın.");
        if (CompanySeverities.FaultIn(company.Severities, RuleBook.Standard) is { } fault)
            return Refusals.InvalidCompany("severities", fault);
        if (company.FiscalYear is { } year && (year.Start.Year is < YearLeast or > YearMost || year.End.Year is < YearLeast or > YearMost))
            return Refusals.InvalidCompany("fiscalYear", $"Hesap döneminin yılları {YearLeast} ile {YearMost} arasında olmalıdır.");
        return company.Branches.DistinctBy(branch => branch.Code, StringComparer.Ordinal).Count() != company.Branches.Count
            ? Refusals.InvalidCompany("branches", "Aynı şube numarası iki kez verilmiş; her şubenin numarası ayrı olmalıdır.")
            : CompanyTexts.FaultIn(company);
    }

    // A standing approval is a person's word for months to come: it must say who, since when, and never reach beyond class A.
    private static Refusal? InvalidIn(AutoClose? approval, DateOnly today) => approval switch
    {
        null => null,
        { Day: < 1 or > AutoClose.DayMost } => Refusals.InvalidCompany("autoClose.day", $"Otomatik kapanış günü 1 ile {AutoClose.DayMost} arasında olmalıdır."),
        { ApprovedBy: null or "" } => Refusals.InvalidCompany("autoClose.approvedBy", "Otomatik kapanışı onaylayanın adı verilmelidir."),
        { ApprovedOn: null } => Refusals.InvalidCompany("autoClose.approvedOn", "Otomatik kapanışın onaylandığı gün verilmelidir."),
        { ApprovedOn: { } day } when day > today => Refusals.InvalidCompany("autoClose.approvedOn", $"Otomatik kapanışın onay günü {TurkishText.Date(day)} ileri bir tarih; onay verildiği günün tarihini taşır."),
        { RepairClasses: var classes } when classes.Any(one => one != "A") => Refusals.InvalidCompany("autoClose.repairClasses", "Sürekli onay yalnız A sınıfı bakımı kapsar; B ve C sınıfı değişiklikler her seferinde bir kişinin onayını ister."),
        { Profile: { } profile } when ProfileBook.Standard.Find(profile) is not { IsUnverified: false, Kind: not FileKind.Gib } => Refusals.InvalidCompany("autoClose.profile", $"Otomatik kapanış için \"{profile}\" adlı doğrulanmış bir dosya biçimi yok."),
        _ => null,
    };

    // A fiscal year that makes no sense (FIR009) is kept in the profile, for the rule to show, but no book is opened for it.
    private async Task<Outcome<IReadOnlyList<FiscalYear>>> WithYearAsync(Company? before, Company given, CancellationToken cancellationToken)
    {
        var years = new List<FiscalYear>(before?.FiscalYears ?? []);
        if (given.FiscalYear is not { } year || year.End <= year.Start || year.End >= year.Start.AddMonths(12) || years.Contains(year))
            return Outcomes.Of<IReadOnlyList<FiscalYear>>(years);
        // A branch that leaves the profile keeps its books.
        var former = before?.FormerBranches?.Select(branch => new BookId(given.Id, branch.Code)) ?? [];
        var books = given.Books().Union(before?.Books() ?? []).Union(former).ToList();
        foreach (var overlapping in years.Where(other => other.Start <= year.End && year.Start <= other.End).ToList())
        {
            // A year may grow at its end while nothing of it is numbered; it never shrinks and never moves under vouchers.
            var grows = overlapping.Start == year.Start && year.End > overlapping.End;
            if (await AnyHeadAsync(books, overlapping, head => !grows || head.Numbering is not null, cancellationToken))
                return Refusals.FiscalYearOverlaps(overlapping);
            years.Remove(overlapping);
        }

        foreach (var other in years)
        {
            if (Period.Of(other.End) == Period.Of(year.Start) || Period.Of(year.End) == Period.Of(other.Start))
                return Refusals.SharedMonth(Period.Of(other.End) == Period.Of(year.Start) ? Period.Of(year.Start) : Period.Of(year.End));
        }

        years.Add(year);
        years.Sort((left, right) => left.Start.CompareTo(right.Start));
        return Outcomes.Of<IReadOnlyList<FiscalYear>>(years);
    }

    private async Task<bool> AnyHeadAsync(IReadOnlyList<BookId> books, FiscalYear year, Func<MonthHead, bool> isMeant, CancellationToken cancellationToken)
    {
        foreach (var book in books)
        {
            if ((await log.ReadHeadsAsync(book, year, cancellationToken)).Values.Any(isMeant))
                return true;
        }

        return false;
    }

    private async Task SettleDrawersAsync(Company company, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var book in company.Books())
        {
            var request = new AppendRequest { Book = book, Company = company, Kind = CommitKind.Vouchers, Actor = actor, At = clock.GetUtcNow() };
            await log.SettleDrawerAsync(request, cancellationToken);
        }
    }
}
