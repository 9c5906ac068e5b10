using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Rules;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Acknowledging;

/// <summary>Where warnings are acknowledged, listed with their history, and withdrawn. An error is never acknowledged: it is mended.</summary>
public sealed class AcknowledgementDesk(BookFinder books, AcknowledgementJudge judge, IAcknowledgements acknowledgements, IVoucherLog log, TimeProvider clock)
{
    private const int NoteCharactersMax = 2_000;

    /// <summary>Saying the same thing again finds what was said; after a withdrawal it is said anew.</summary>
    public async Task<Outcome<AcknowledgementView>> SayAsync(string company, string branch, AcknowledgementRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var asked = await ReadAsync(book.Value, request, actor, cancellationToken);
        if (asked.IsRefused)
            return asked.Refusal;
        while (true)
        {
            var same = await SameAsync(book.Value.Id, asked.Value, cancellationToken);
            if (same.Find(said => said.Withdrawn is null) is { } standing)
                return AcknowledgementView.Of(standing, AcknowledgementState.Standing);
            var said = asked.Value with { Id = IdOf(book.Value.Id, asked.Value, same.Count) };
            if (await acknowledgements.SaveAsync(book.Value.Id, said, version: null, cancellationToken))
                return AcknowledgementView.Of(said, AcknowledgementState.Standing);
        }
    }

    /// <summary>All that was ever said about the book, withdrawn ones too, oldest first.</summary>
    public async Task<Outcome<IReadOnlyList<AcknowledgementView>>> ListAsync(string company, string branch, CancellationToken cancellationToken)
    {
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        var judged = await judge.JudgeAsync(book.Value, cancellationToken);
        return judged.Select(item => AcknowledgementView.Of(item.Said, item.State)).ToList();
    }

    /// <summary>Takes an acknowledgement back; it stays in the list. One that was taken back before stays as it is.</summary>
    public async Task<Outcome<AcknowledgementView>> WithdrawAsync(string company, string branch, string id, Actor actor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(actor.By))
            return Refusals.MissingBy();
        var book = await books.FindAsync(company, branch, cancellationToken);
        if (book.IsRefused)
            return book.Refusal;
        while (true)
        {
            var found = ContentHash.IsShort(id) ? await acknowledgements.FindAsync(book.Value.Id, id, cancellationToken) : null;
            if (found is null)
                return Refusals.UnknownAcknowledgement(id);
            var withdrawn = found.Value.Withdrawn is null ? found.Value with { Withdrawn = new Withdrawal(actor.By, clock.GetUtcNow()) } : found.Value;
            if (found.Value.Withdrawn is not null || await acknowledgements.SaveAsync(book.Value.Id, withdrawn, found.Version, cancellationToken))
                return AcknowledgementView.Of(withdrawn, AcknowledgementState.Withdrawn);
        }
    }

    private async Task<Outcome<Acknowledgement>> ReadAsync(Book book, AcknowledgementRequest request, Actor actor, CancellationToken cancellationToken)
    {
        if (WhyNotRule(book.Company, request.Rule) is { } refusal)
            return refusal;
        var now = clock.GetUtcNow();
        if (WhyNotWords(request, TurkishDay.Of(now)) is { } unreadable)
            return unreadable;
        Period? period = null;
        if (!string.IsNullOrEmpty(request.Period))
        {
            if (!Period.TryParse(request.Period, out var month))
                return Refusals.InvalidPeriod(request.Period);
            period = month;
        }

        var said = new Acknowledgement { Id = string.Empty, Rule = request.Rule!, Period = period, Note = request.Note!.Trim(), Until = request.Until, By = actor.By, KeyId = actor.KeyId, At = now };
        return string.IsNullOrEmpty(request.VoucherId) ? said : await OfVoucherAsync(book, said with { VoucherId = request.VoucherId, Line = request.Line }, cancellationToken);
    }

    private async Task<Outcome<Acknowledgement>> OfVoucherAsync(Book book, Acknowledgement said, CancellationToken cancellationToken)
    {
        if (await log.FindAsync(book.Id, book.Company, said.VoucherId!, cancellationToken) is not { } stored)
            return Refusals.UnknownVoucher(said.VoucherId!);
        Period? month = stored.Voucher.Date.Value is { } day && book.Company.YearOf(day) is not null ? Period.Of(day) : null;
        if (said.Period is { } named && named != month)
            return Refusals.InvalidBody($"\"{said.VoucherId}\" kimlikli fiş {named} döneminde değil. Fişin dönemini (period) düzeltin ya da boş bırakın.");
        if (said.Line is { } line && line > stored.Voucher.Lines.Count)
            return Refusals.InvalidBody($"\"{said.VoucherId}\" kimlikli fişin {line} numaralı satırı yok.");
        return said with { Period = month, Content = stored.ContentHash };
    }

    private static Refusal? WhyNotRule(Company company, string? code)
    {
        if (RuleBook.Standard.Find(code ?? string.Empty)?.Info is not { } info)
            return Refusals.InvalidBody($"\"{code}\" kodlu bir kural yok. Kabul edilecek uyarının kural kodunu (rule) rapordaki gibi yazın.");
        if (info.Phase != RulePhase.Check)
            return Refusals.NotAcknowledgeable($"{code} kontrol raporunda konuşan bir kural değil; kabul edilecek bir bulgusu olmaz.");
        return CompanySeverities.Of(company).Of(info) switch
        {
            Severity.Error => Refusals.NotAcknowledgeable($"{code} kuralının bulguları hatadır; hatalar kabul edilmez, giderilir."),
            Severity.Info => Refusals.NotAcknowledgeable($"{code} kuralının bulguları yalnız bilgi içindir; kabul edilmeleri gerekmez."),
            _ => null,
        };
    }

    private static Refusal? WhyNotWords(AcknowledgementRequest request, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(request.Note))
            return Refusals.InvalidBody("Uyarının neden kabul edildiği (note) yazılmalıdır.");
        if (request.Note.Length > NoteCharactersMax)
            return Refusals.InvalidBody($"Gerekçe (note) en çok {Text.TurkishText.Count(NoteCharactersMax)} karakter olabilir.");
        if (request.Until < today)
            return Refusals.InvalidBody($"Kabulün son günü (until) {Text.TurkishText.Date(request.Until.Value)} geçmişte kaldı; bugünden önce bir gün verilemez.");
        return request.Line is { } line && (line < 1 || string.IsNullOrEmpty(request.VoucherId))
            ? Refusals.InvalidBody("Satır (line) fişin kaçıncı satırı olduğudur; 1’den başlar ve fişin kimliğiyle (voucherId) birlikte verilir.")
            : null;
    }

    private async Task<List<Acknowledgement>> SameAsync(BookId book, Acknowledgement asked, CancellationToken cancellationToken)
    {
        var same = new List<Acknowledgement>();
        await foreach (var said in acknowledgements.ListAsync(book, cancellationToken))
        {
            if (said with { Id = asked.Id, At = asked.At, KeyId = asked.KeyId, Withdrawn = null } == asked)
                same.Add(said);
        }

        return same;
    }

    private static string IdOf(BookId book, Acknowledgement said, int saidBefore) => ContentHash.Short(
        "acknowledgement",
        book.ToString(),
        said.Rule,
        said.VoucherId,
        said.Line?.ToString(CultureInfo.InvariantCulture),
        said.Period?.ToString(),
        said.Content,
        said.Note,
        said.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        said.By,
        saidBefore.ToString(CultureInfo.InvariantCulture));
}
