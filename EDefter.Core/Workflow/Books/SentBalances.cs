using System.Security.Cryptography;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Rules.Aggregates;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Books;

/// <summary>
/// The balances that a company sends for rules to compare with: a month's mizan and a fiscal year's opening balances. Each is a content-named blob, named by the month's head (for opening balances that of the year's first
/// month); the blob comes first, the head is the commit, and the latest word wins.
/// </summary>
public sealed class SentBalances(MonthFinder months, BookFinder books, IVoucherLog log, IBlobs blobs, TimeProvider clock)
{
    public async Task<Outcome<BalancesSummary>> SetTrialBalanceAsync(string company, string branch, string period, IReadOnlyList<BalanceRow?> rows, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        return month.IsRefused ? month.Refusal : await SetAsync(month.Value, rows, static (head, name) => head with { TrialBalance = name }, cancellationToken);
    }

    public async Task<Outcome<BalancesSummary>> SetOpeningAsync(string company, string branch, string year, IReadOnlyList<BalanceRow?> rows, CancellationToken cancellationToken)
    {
        var month = await FirstMonthAsync(company, branch, year, cancellationToken);
        return month.IsRefused ? month.Refusal : await SetAsync(month.Value, rows, static (head, name) => head with { OpeningBalances = name }, cancellationToken);
    }

    /// <summary>The mizan as sent, in ordinal order of accounts; empty when never sent.</summary>
    public async Task<Outcome<IReadOnlyList<BalanceRow>>> FindTrialBalanceAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        return month.IsRefused ? month.Refusal : Outcomes.Of(Rows(await ReadAsync(month.Value.Head.TrialBalance, cancellationToken)));
    }

    /// <summary>The opening balances as sent, in ordinal order of accounts; empty when never sent.</summary>
    public async Task<Outcome<IReadOnlyList<BalanceRow>>> FindOpeningAsync(string company, string branch, string year, CancellationToken cancellationToken)
    {
        var month = await FirstMonthAsync(company, branch, year, cancellationToken);
        return month.IsRefused ? month.Refusal : Outcomes.Of(Rows(await ReadAsync(month.Value.Head.OpeningBalances, cancellationToken)));
    }

    /// <summary>The balances that a head names; null for no name.</summary>
    /// <exception cref="InvalidDataException">The blob that is named is missing or broken.</exception>
    public async Task<AccountTotals?> ReadAsync(string? name, CancellationToken cancellationToken)
    {
        if (name is null)
            return null;
        await using var blob = await blobs.OpenAsync(BlobArea.Snapshots, name, cancellationToken) ?? throw new InvalidDataException($"The balances {name} are named by a month and missing.");
        using var bytes = new MemoryStream();
        await blob.CopyToAsync(bytes, cancellationToken);
        bytes.Position = 0;
        return MonthDigestFile.ReadTotals(bytes);
    }

    private async Task<Outcome<BookMonth>> FirstMonthAsync(string company, string branch, string year, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        return string.IsNullOrEmpty(year) || MonthOverview.FindYear(book.Value.Company, year) is not { } fiscalYear
            ? Refusals.UnknownYear(year)
            : await months.FindAsync(book.Value, Period.Of(fiscalYear.Start), cancellationToken);
    }

    private async Task<Outcome<BalancesSummary>> SetAsync(BookMonth month, IReadOnlyList<BalanceRow?> rows, Func<MonthHead, string, MonthHead> name, CancellationToken cancellationToken)
    {
        if (WhatIsWrong(rows) is { } detail)
            return Refusals.InvalidBody(detail);
        var totals = AccountTotals.Of(rows.Select(static row => new AccountTotal(row!.Account!, VoucherFacts.MainAccountOf(row.Account!), row.Debit ?? 0, row.Credit ?? 0)));
        var blob = await KeepAsync(month.Book.Id, totals, cancellationToken);
        var changed = await log.ChangeHeadAsync(
            new HeadChange
            {
                Book = month.Book.Id,
                Year = month.Year,
                Period = month.Period,
                At = clock.GetUtcNow(),
                Decide = heads => name(heads.GetValueOrDefault(month.Period) ?? BookMonth.Untouched(month.Period), blob),
            },
            cancellationToken);
        return changed.IsRefused ? changed.Refusal : new BalancesSummary(totals.Accounts.Count, totals.Debit, totals.Credit);
    }

    private async Task<string> KeepAsync(BookId book, AccountTotals totals, CancellationToken cancellationToken)
    {
        var bytes = MonthDigestFile.Write(totals);
        var name = $"{book}/balances/{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}";
        await blobs.KeepAsync(name, "application/octet-stream", bytes, cancellationToken);
        return name;
    }

    private static string? WhatIsWrong(IReadOnlyList<BalanceRow?> rows)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row is null || string.IsNullOrWhiteSpace(row.Account))
                return "Hesap kodu (account) boş bir satır var; her satırda hesap kodu olmalıdır.";
            if (!IsCountable(row.Debit) || !IsCountable(row.Credit))
                return $"\"{row.Account}\" hesabının tutarı çok büyük; borç ve alacağı (debit, credit) lira olarak gönderin.";
            if (!seen.Add(row.Account))
                return $"\"{row.Account}\" hesabı iki kez gönderilmiş; her hesap bir satırda olmalıdır.";
        }

        return null;
    }

    private static bool IsCountable(decimal? amount) => amount is null or (> -VoucherFacts.AmountLimit and < VoucherFacts.AmountLimit);

    private static IReadOnlyList<BalanceRow> Rows(AccountTotals? totals) =>
        totals is null ? [] : [.. totals.Accounts.Select(static account => new BalanceRow(account.Account, account.Debit, account.Credit))];
}
