using System.Globalization;
using System.Text;
using EDefter.Core.Journal;

namespace EDefter.Core.Formats;

/// <summary>What a writer has to say of the values it wrote or could not write. Knows where the writing stands, so that every note has its place.</summary>
internal sealed class WritingNotes
{
    /// <summary>Values told one by one; further ones are only counted, and the count is told.</summary>
    public const int UnwritableMax = 1_000;

    private readonly List<UnwritableValue> unwritable = [];
    private readonly Dictionary<(AdjustmentKind Kind, CanonicalField Field, int Character, string With), long> adjustments = [];

    private readonly SortedDictionary<CanonicalField, FormulaLike> formulas = [];

    /// <summary>The entry that is being written; null while values of the file are.</summary>
    public JournalEntry? Entry { get; set; }

    public JournalLine? Line { get; set; }

    public IReadOnlyList<UnwritableValue> Unwritable => unwritable;

    public long UnwritableCount { get; private set; }

    /// <summary>In the order of kind, field and character.</summary>
    public IReadOnlyList<Adjustment> Adjustments() =>
    [
        .. adjustments
            .OrderBy(one => one.Key.Kind).ThenBy(one => one.Key.Field).ThenBy(one => one.Key.Character)
            .Select(one => new Adjustment { Kind = one.Key.Kind, Field = one.Key.Field.NameOf(), Character = NameOf(one.Key.Character), With = one.Key.With, Count = one.Value }),
    ];

    /// <summary>In the order of fields.</summary>
    public IReadOnlyList<FormulaLike> Formulas => [.. formulas.Values];

    /// <summary>Notes a value of a column that a spreadsheet would take for a formula.</summary>
    public void Written(ProfileColumn column, string text)
    {
        if (!FormulaLike.Is(text) || column.Field is not { } field)
            return;
        formulas[field] = formulas.TryGetValue(field, out var seen) ? seen with { Count = seen.Count + 1 } : new FormulaLike(field, 1, text);
    }

    public void Adjusted(AdjustmentKind kind, CanonicalField field, int character, string with)
    {
        var key = (kind, field, character, with);
        adjustments[key] = adjustments.GetValueOrDefault(key) + 1;
    }

    public void Add(UnwritableReason reason, ProfileColumn? column, int? character = null)
    {
        UnwritableCount++;
        if (unwritable.Count == UnwritableMax)
            return;
        var ofLine = column is { Field: { } field, PerEntry: false } && field.LevelOf() == FieldLevel.Line;
        unwritable.Add(new UnwritableValue
        {
            Reason = reason,
            EntryNumber = Entry?.Number,
            VoucherId = Entry?.VoucherId,
            VoucherNumber = Entry?.VoucherNumber,
            Line = ofLine ? Line?.NumberInEntry : null,
            Field = column?.Field?.NameOf(),
            Message = Place(ofLine) + Sentence(reason, column, character),
            Remedy = Remedy(reason),
        });
    }

    private string Place(bool ofLine)
    {
        if (Entry is null)
            return string.Empty;
        return ofLine && Line is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{Entry.VoucherNumber}/{Line.NumberInEntry}: ")
            : string.Create(CultureInfo.InvariantCulture, $"{Entry.VoucherNumber}: ");
    }

    private static string Sentence(UnwritableReason reason, ProfileColumn? column, int? character)
    {
        var title = column?.Field?.TitleOf() ?? column?.Header ?? string.Empty;
        var shown = character is { } c ? Shown(c) : string.Empty;
        return reason switch
        {
            UnwritableReason.IllegalCharacter => $"{title} alanında dosyaya yazılamayan bir denetim karakteri var: {shown}.",
            UnwritableReason.LackingCharacter => $"{title} alanındaki {shown} karakteri seçilen dosya biçiminin kodlamasında yok.",
            UnwritableReason.Separator => $"{title} alanında dosya biçiminin ayırıcısı olan {shown} karakteri var; bu alan değiştirilerek yazılamaz.",
            UnwritableReason.TooLong => $"{title} alanı seçilen dosya biçiminin sınırından uzun.",
            UnwritableReason.TooManyDigits => $"{title} alanındaki sayı çalışma kitabının taşıyabildiği 15 basamaktan uzun.",
            UnwritableReason.DateOutOfRange => $"{title} alanındaki tarih çalışma kitabında gösterilemez (1 Mart 1900’den önce).",
            UnwritableReason.LooksEmpty => $"{title} alanındaki metin, bu biçimde \"boş\" anlamına gelen sözcükle aynı.",
            UnwritableReason.SeveralValues => $"{title} fişin satırlarında farklı; seçilen dosya biçimi fiş başına tek değer taşır.",
            UnwritableReason.EntryTooLarge => "Fiş tek başına bir parçanın sınırını aşıyor; bir yevmiye maddesi iki parçaya bölünemez.",
            UnwritableReason.SameNumber => "Aynı fiş no başka bir yevmiye maddesinde de var; seçilen dosya biçimi maddeleri yalnız fiş no ile ayırır.",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
        };
    }

    private static string Remedy(UnwritableReason reason) => reason switch
    {
        UnwritableReason.EntryTooLarge => "Fişi ERP’de birden çok fişe ayırın ya da başka bir dosya biçimi seçin.",
        UnwritableReason.TooManyDigits or UnwritableReason.DateOutOfRange => "Değeri ERP’de düzeltin ya da metin tabanlı bir dosya biçimi seçin.",
        UnwritableReason.SeveralValues => "Fişi ERP’de belge ya da ödeme başına ayrı fişlere ayırın ya da değeri satır satır taşıyan bir dosya biçimi seçin.",
        UnwritableReason.SameNumber => "Fişlerden birine ERP’de yeni numara verip yeniden gönderin ya da madde no taşıyan bir dosya biçimi seçin.",
        UnwritableReason.TooLong => "Değeri ERP’de kısaltın ya da başka bir dosya biçimi seçin.",
        _ => "Karakteri ERP’de düzeltip fişi yeniden gönderin ya da başka bir dosya biçimi seçin.",
    };

    private static string Shown(int character) =>
        Rune.IsValid(character) && !Rune.IsControl(new Rune(character)) ? $"\"{new Rune(character)}\" ({NameOf(character)})" : NameOf(character);

    private static string NameOf(int character) => string.Create(CultureInfo.InvariantCulture, $"U+{character:X4}");
}
