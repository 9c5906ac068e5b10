using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Reading;
using EDefter.Core.Text;
using EDefter.Core.Workflow;
using EDefter.Core.Workflow.Ports;

namespace EDefter.Storage.Log;

/// <summary>What the log says when it will not write, with the way out.</summary>
internal static class LogRefusals
{
    public const string MonthSealed = "month-sealed";
    public const string RevisionMoved = "revision-moved";
    public const string TooLarge = "too-large";

    public static RejectedRow Sealed(string at, string id, MonthHead head) => new(at, id, MonthSealed, SealedReason(head));

    public static Refusal SealedRefusal(MonthHead head) => new(MonthSealed, 409, "Ay kapalı", SealedReason(head))
    {
        Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = head.Period.ToString(), ["revision"] = head.Revision },
    };

    public static Refusal Moved(Period period, long expected, long found) => new(
        RevisionMoved,
        409,
        "Ay bu arada değişti",
        Subject(period) + " bu işlem hazırlandıktan sonra değişti; hiçbir şey yazılmadı. Son durumu görüp işlemi yeniden hazırlayın.")
    {
        Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = LogKeys.Word(period), ["revision"] = found, ["expected"] = expected },
    };

    public static Refusal NoteMoved(string key) => new(
        RevisionMoved,
        409,
        "Kayıt bu arada değişti",
        "Bu işlemin kaydı başka biri tarafından değiştirildi; hiçbir şey yazılmadı. Son durumu görüp yeniden deneyin.")
    {
        Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["note"] = key },
    };

    public static RejectedRow LargeVoucher(string at, string id) => new(
        at,
        id,
        TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"Fiş {VoucherLimits.VoucherBytesMax / (1024 * 1024)} MB sınırını aşıyor; fişi bölerek yeniden gönderin."));

    private static string SealedReason(MonthHead head)
    {
        var month = TurkishText.Month(head.Period);
        return head.Filed is not null
            ? month + " beratı gönderilmiş; bu ayın fişleri artık değişmez. Düzeltmeyi açık bir aya, düzeltme fişi olarak kaydedin."
            : month + " numaralanmış; fişleri değişmez. Yevmiye numaralarını geri alıp fişi yeniden gönderin ya da düzeltmeyi açık bir aya, düzeltme fişi olarak kaydedin.";
    }

    private static string Subject(Period period) => period == Drawer.Period ? "Tarihsiz fişler" : TurkishText.Month(period);
}
