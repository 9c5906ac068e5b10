using EDefter.Core.Text;
using EDefter.Core.Workflow.Books;
using EDefter.Core.Workflow.MonthEnds;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>The document of a month end with who was told: read out of the deliveries, so that it cannot say what did not happen.</summary>
public sealed class MonthEndStories(MonthFinder months, MonthEndReports reports, IWebhooks webhooks)
{
    public async Task<Outcome<MonthEndReport>> FindAsync(string company, string branch, string period, CancellationToken cancellationToken)
    {
        var month = await months.FindAsync(company, branch, period, cancellationToken);
        if (month.IsRefused)
            return month.Refusal;
        if (await reports.FindAsync(month.Value, cancellationToken) is not { Value: var report })
            return Refusals.NoMonthEnd(month.Value.Period);
        var book = new HookBook(month.Value.Book.Company, month.Value.Book.Id, month.Value.Year);
        var tellings = await TellingsAsync(book, report, cancellationToken);
        return report with { Tellings = tellings, Told = Sentence(report, tellings) };
    }

    private async Task<IReadOnlyList<MonthEndTelling>> TellingsAsync(HookBook book, MonthEndReport report, CancellationToken cancellationToken)
    {
        var key = NoteEvents.KeyOf(book, report);
        var happened = (HookEvent?)null;
        await foreach (var (seen, n) in webhooks.ReadSeenAsync(book.Company.Id, key, cancellationToken))
        {
            if (seen == key)
                happened = await webhooks.FindEventAsync(book.Company.Id, n, cancellationToken);
        }

        if (happened is null)
            return [];
        var tellings = new List<MonthEndTelling>();
        await foreach (var hook in webhooks.ListAsync(book.Company.Id, cancellationToken))
        {
            var delivery = await webhooks.FindDeliveryAsync(book.Company.Id, hook.Id, happened.N, cancellationToken);
            if (delivery is not null)
                tellings.Add(Of(delivery));
            else if (hook.DeletedAt is null && hook.Wants(happened) && (await webhooks.FindStateAsync(book.Company.Id, hook.Id, cancellationToken))?.Value.After < happened.N)
                tellings.Add(new MonthEndTelling(hook.Id, happened.Id, "queued", Attempts: 0, At: null, Outcome: null, Status: null));
        }

        return tellings;
    }

    private static MonthEndTelling Of(HookDelivery delivery)
    {
        var last = delivery.Tries[^1];
        var state = delivery.State switch { HookDeliveryState.Delivered => "delivered", HookDeliveryState.Dead => "dead", _ => "waiting" };
        return new MonthEndTelling(delivery.Hook, delivery.EventId, state, delivery.Attempts, last.At, WireJson.Write(last.Outcome).Trim('"'), last.Status);
    }

    private static string Sentence(MonthEndReport report, IReadOnlyList<MonthEndTelling> tellings)
    {
        if (report.Outcome == MonthEndOutcome.Running)
            return "Otomatik kapanış sürüyor; bittiğinde bildirilir.";
        if (tellings.Count == 0)
            return "Bildirim gönderilmedi: firmanın bu bildirimi bekleyen bir bildirim adresi yok. Sonuç burada ve ayın sayfasında görünür.";
        var delivered = tellings.Count(static telling => telling.State == "delivered");
        var dead = tellings.Count(static telling => telling.State == "dead");
        var text = $"Bildirim bekleyen adres sayısı {TurkishText.Count(tellings.Count)}, bildirimin ulaştığı adres sayısı {TurkishText.Count(delivered)}.";
        return dead == 0 ? text : $"{text} Bütün denemeleri başarısız olan adres sayısı {TurkishText.Count(dead)}; alıcıyı düzeltip bildirimi yeniden isteyin.";
    }
}
