using System.Text.Json;
using EDefter.Core.Companies;
using EDefter.Core.Formats;
using EDefter.Core.Journal;
using EDefter.Core.Workflow.Archiving;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Rehearsing;

namespace EDefter.Core.Workflow.Profiles;

/// <summary>
/// Shows the beginning of a month in a profile, saved or not. A month without numbers is shown with those it would get if its present
/// vouchers were numbered after the months that have numbers; vouchers that cannot become entries yet are left out and counted.
/// </summary>
public sealed class ProfilePreview(MonthFinder months, ProfileRegister profiles, NumberedJournal journal, ProvisionalJournal provisional, Snapshots snapshots)
{
    private const int RowsDefault = 20;
    private const int RowsMax = 100;

    // The lines of the file and of entries stand between the journal's lines.
    private const int LinesPerRow = 3;

    /// <param name="company">Company id.</param>
    /// <param name="branch">Branch code.</param>
    /// <param name="period">yyyy-MM.</param>
    /// <param name="profile">The id of a profile (a text), a whole profile (an object), or nothing: the company's own choice.</param>
    /// <param name="rows">Journal lines to show, 1 to 100; null shows 20.</param>
    /// <param name="cancellationToken">The caller left.</param>
    public async Task<Outcome<ProfilePreviewResult>> ShowAsync(string company, string branch, string period, JsonElement? profile, int? rows, CancellationToken cancellationToken)
    {
        if (rows is < 1 or > RowsMax)
            return Refusals.InvalidBody($"Gösterilecek satır sayısı (rows) 1 ile {RowsMax} arasında olmalıdır.");
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        var found = await FindAsync(month.Value.Book.Company, profile, cancellationToken);
        if (found.IsRefused)
            return found.Refusal;
        if (found.Value.Kind == FileKind.Gib)
            return Refusals.NoPreview(found.Value.Id);
        var wanted = rows ?? RowsDefault;
        return month.Value.Head.Numbering is null
            ? await ShowOpenAsync(month.Value, found.Value, wanted, cancellationToken)
            : await ShowNumberedAsync(month.Value, found.Value, wanted, cancellationToken);
    }

    private async Task<Outcome<Profile>> FindAsync(Company company, JsonElement? profile, CancellationToken cancellationToken)
    {
        if (profile is { ValueKind: JsonValueKind.Object } whole)
            return ProfileRegister.Read(System.Text.Encoding.UTF8.GetBytes(whole.GetRawText()), id: null);
        if (profile is { ValueKind: not (JsonValueKind.String or JsonValueKind.Null or JsonValueKind.Undefined) })
            return Refusals.InvalidBody("\"profile\" bir biçimin adı ya da biçim tanımının kendisi olmalıdır.");
        var id = profile is { ValueKind: JsonValueKind.String } text ? text.GetString()! : company.IntegratorProfile ?? ProfileBook.Default;
        var chosen = await profiles.ChooseAsync(company.Id, id, cancellationToken);
        return chosen.IsRefused ? chosen.Refusal : chosen.Value.Profile;
    }

    private async Task<Outcome<ProfilePreviewResult>> ShowNumberedAsync(BookMonth month, Profile profile, int rows, CancellationToken cancellationToken)
    {
        var request = await ArchiveWork.RequestOfAsync(month, parameters: null, snapshot: null, snapshots, cancellationToken);
        var entries = new List<JournalEntry>();
        using var verifier = new NumberingVerifier(request.Numbers, month.Period);
        await foreach (var day in journal.ReadDaysAsync(month, verifier, new NamesOnLines(), cancellationToken))
        {
            entries.AddRange(day);
            if (LinesOf(entries) >= rows)
                break;
        }

        return Result(profile, request.Facts(part: 1), Cut(entries, rows), rows, numbered: true, leftOut: 0);
    }

    private async Task<Outcome<ProfilePreviewResult>> ShowOpenAsync(BookMonth month, Profile profile, int rows, CancellationToken cancellationToken)
    {
        var company = month.Book.Company;
        var leftOut = 0;
        var entries = new List<JournalEntry>();
        await foreach (var day in provisional.ReadDaysAsync(month, _ => leftOut++, cancellationToken))
        {
            entries.AddRange(day);
            if (LinesOf(entries) >= rows)
                break;
        }

        var facts = new FileFacts { TaxId = company.TaxId, Branch = month.Book.Branch, Period = month.Period, FiscalYear = month.Year, Creator = company.SourceApplication, Company = company };
        return Result(profile, facts, Cut(entries, rows), rows, numbered: false, leftOut);
    }

    private static ProfilePreviewResult Result(Profile profile, FileFacts facts, List<JournalEntry> entries, int rows, bool numbered, int leftOut) => new()
    {
        Profile = ProfileView.Of(profile),
        Numbered = numbered,
        Entries = entries.Count,
        LeftOut = leftOut,
        File = ShownFiles.Of(profile, facts, entries, rows * LinesPerRow),
    };

    private static int LinesOf(List<JournalEntry> entries) => entries.Sum(entry => entry.Lines.Count);

    // Whole entries until the rows are filled.
    private static List<JournalEntry> Cut(List<JournalEntry> entries, int rows)
    {
        var lines = 0;
        return [.. entries.TakeWhile(entry =>
        {
            var isWanted = lines < rows;
            lines += entry.Lines.Count;
            return isWanted;
        })];
    }
}
