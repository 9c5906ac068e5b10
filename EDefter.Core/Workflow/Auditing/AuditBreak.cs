using EDefter.Core.Text;

namespace EDefter.Core.Workflow.Auditing;

/// <summary>Where a trail first breaks.</summary>
/// <param name="Kind">What is wrong there.</param>
/// <param name="Sequence">The place.</param>
/// <param name="Text">In Turkish.</param>
public sealed record AuditBreak(AuditBreakKind Kind, long Sequence, string Text)
{
    internal static AuditBreak Of(AuditBreakKind kind, long sequence) => new(kind, sequence, TextOf(kind, TurkishText.Count(sequence)));

    private static string TextOf(AuditBreakKind kind, string place) => kind switch
    {
        AuditBreakKind.Changed => $"{place}. sıradaki kayıt yazıldıktan sonra değiştirilmiş: içeriği özetini vermiyor.",
        AuditBreakKind.Missing => $"{place}. sıradaki kayıt silinmiş: ondan sonraki kayıtlar duruyor.",
        AuditBreakKind.Misplaced => $"{place}. sıradaki kayıt kendinden öncekine bağlanmıyor: yeri değiştirilmiş ya da araya sokulmuş.",
        AuditBreakKind.Unreadable => $"{place}. sıradaki kayıt okunamıyor: bu kaydı program yazmamış ya da kayıt bozulmuş.",
        AuditBreakKind.Cut => $"{place}. sıradaki kayıt ve varsa sonrakiler silinmiş: denetim izi daha önce bu sıraya ulaşmıştı.",
        AuditBreakKind.Extra => $"{place}. sıradaki kaydı program yazmamış: denetim izinin bilinen sonundan sonra duruyor.",
        AuditBreakKind.Rewritten => $"{place}. sıradaki kaydın özeti, bu sıra için not edilmiş özetten farklı: denetim izi sonradan baştan yazılmış.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };
}
