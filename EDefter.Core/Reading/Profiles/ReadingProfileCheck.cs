using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Core.Reading.Profiles;

/// <summary>What a reading profile must keep to beyond its shape, so that no table can be read two ways with it and no value disappears.</summary>
internal static class ReadingProfileCheck
{
    private const int IdCharactersMax = 40;

    // Days whose parts can be taken for one another: day for month, month for year.
    private static readonly DateOnly[] Days = [new(2001, 2, 3), new(2010, 11, 12), new(2012, 1, 10)];

    public static void Check(ReadingProfile profile, ProfileNode root)
    {
        if (profile.Id.Length is 0 or > IdCharactersMax || !profile.Id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            root.Fault("id", "küçük harf (a-z), rakam ve tireden oluşmalı, en çok 40 karakter olmalı");
        CheckText(profile, root);
        CheckEmptyWords(profile, root);
        CheckDates(profile, root);
        CheckColumns(profile, root);
        if (profile.Columns.Count == 0)
            return;
        if (profile.IsOfAccounts)
            CheckAccounts(profile, root);
        else
            CheckVouchers(profile, root);
    }

    private static void CheckText(ReadingProfile profile, ProfileNode root)
    {
        foreach (var encoding in profile.Encodings.Where(encoding => encoding is not ("utf-8" or "windows-1254")))
            root.Fault("encodings", $"\"{encoding}\" bilinmiyor; şunlardan biri olmalı: utf-8, windows-1254");
        foreach (var numbers in profile.Numbers.Where(numbers => numbers is not ("tr-TR" or "invariant")))
            root.Fault("numbers", $"\"{numbers}\" bilinmiyor; şunlardan biri olmalı: tr-TR, invariant");
        foreach (var separator in profile.Separators.Where(separator => separator.Length != 1 || char.IsLetterOrDigit(separator[0]) || separator[0] is '"' or '\r' or '\n'))
            root.Fault("separators", $"\"{separator}\" ayırıcı olamaz; harf, rakam, tırnak ve satır sonu dışında tek karakter olmalı");
    }

    private static void CheckEmptyWords(ReadingProfile profile, ProfileNode root)
    {
        foreach (var word in profile.EmptyWords.Where(word => HeaderText.Fold(word).Length == 0))
            root.Fault("emptyWords", $"\"{word}\" olamaz; boş hücre zaten boştur");
    }

    private static void CheckDates(ReadingProfile profile, ProfileNode root)
    {
        var known = profile.Dates.Where(IsDate).ToList();
        foreach (var date in profile.Dates.Except(known, StringComparer.Ordinal))
            root.Fault("dates", $"\"{date}\" tarih biçimi değil; gün (d ya da dd), ay (M ya da MM) ve yıl (yy ya da yyyy) birer kez yazılmalı, araya çizgi, nokta ya da bölü konmalı");
        for (var i = 0; i < known.Count; i++)
        {
            foreach (var other in known.Skip(i + 1).Where(other => ReadTwoWays(known[i], other)))
                root.Fault("dates", $"\"{known[i]}\" ile \"{other}\" aynı yazıyı iki ayrı gün olarak okur; biri kalmalı");
        }
    }

    private static bool IsDate(string format)
    {
        var parts = format.Split('-', '.', '/');
        return parts.Length == 3
            ? parts.Order(StringComparer.Ordinal).ToArray() is ["M" or "MM", "d" or "dd", "yy" or "yyyy"]
            : format is "yyyyMMdd" or "ddMMyyyy" or "yyMMdd" or "ddMMyy";
    }

    private static bool ReadTwoWays(string one, string other) => Days.Any(day => OtherDay(day, one, other) || OtherDay(day, other, one));

    private static bool OtherDay(DateOnly day, string written, string read) =>
        DateOnly.TryParseExact(day.ToString(written, CultureInfo.InvariantCulture), read, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) && found != day;

    private static void CheckColumns(ReadingProfile profile, ProfileNode root)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = new HashSet<ReadingMember>();
        for (var i = 0; i < profile.Columns.Count; i++)
        {
            var (column, place) = (profile.Columns[i], string.Create(CultureInfo.InvariantCulture, $"columns[{i}]"));
            if (!members.Add(column.Member))
                root.Fault(place + ".member", $"\"{column.Member.NameOf()}\" için iki sütun var; başlıkları tek sütunda toplayın");
            if (column.Headers.Count == 0)
                root.Fault(place + ".headers", "en az bir başlık yazılmalı");
            foreach (var header in column.Headers)
            {
                if (HeaderText.Fold(header).Length == 0)
                    root.Fault(place + ".headers", "başlık boş olamaz");
                else if (!headers.TryAdd(HeaderText.Fold(header), header))
                    root.Fault(place + ".headers", $"\"{header}\" başlığı iki kez geçiyor; büyük küçük harf, boşluk ve nokta farkı sayılmaz");
            }

            CheckWords(column, place + ".words", root);
        }

        if (profile.Columns.Count > 0 && !profile.Columns.Any(column => column.Required))
            root.Fault("columns", "başlık satırının tanınması için en az bir sütun zorunlu (required) olmalı");
    }

    private static void CheckWords(ReadingColumn column, string place, ProfileNode root)
    {
        if (column.Words.Count > 0 && (column.Member.IsAmount() || column.Member.IsDate()))
            root.Fault(place, "tutar ve tarih sütunlarında kullanılmaz");
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (word, value) in column.Words)
        {
            if (!words.Add(HeaderText.Fold(word)))
                root.Fault(place, $"\"{word}\" iki kez geçiyor; büyük küçük harf, boşluk ve nokta farkı sayılmaz");
            if (!IsWord(column.Member, value))
                root.Fault(place, $"\"{value}\", {column.Member.NameOf()} için geçerli bir değer değil");
        }
    }

    // Members of free text take any word; the others only what a voucher may say there.
    private static bool IsWord(ReadingMember member, string value) => member switch
    {
        ReadingMember.Kind => VoucherKinds.Parse(value) is not null,
        ReadingMember.State => value.Length > 0 && VoucherStates.Parse(value) != VoucherState.Unknown,
        ReadingMember.Side => VoucherSides.Parse(value) is not null,
        ReadingMember.DocumentType or ReadingMember.VoucherDocumentType => DocumentTypes.Parse(value) is not null,
        ReadingMember.GroupingKind => GroupingKinds.Parse(value) is not null,
        ReadingMember.DocumentOwnSeries or ReadingMember.AccountIsLeaf => value is "true" or "false",
        _ => value.Length > 0,
    };

    private static void CheckAccounts(ReadingProfile profile, ProfileNode root)
    {
        if (profile.Columns.Any(column => !column.Member.IsOfAccount()))
            root.Fault("columns", "hesap planı sütunlarıyla fiş sütunları bir arada olamaz; iki ayrı okuma biçimi yazın");
        if (profile.GroupBy.Count > 0)
            root.Fault("groupBy", "hesap planında kullanılmaz");
        Require(profile, root, ReadingMember.AccountCode);
    }

    private static void CheckVouchers(ReadingProfile profile, ProfileNode root)
    {
        foreach (var member in profile.GroupBy)
        {
            if (!member.IsOfVoucher())
                root.Fault("groupBy", $"\"{member.NameOf()}\" fişin değil satırın bilgisidir");
            else if (!Has(profile, member))
                root.Fault("groupBy", $"\"{member.NameOf()}\" için sütun yok");
        }

        // Kind may be absent in every row, and the rows of a table would be one voucher.
        if (!profile.GroupBy.Any(member => member != ReadingMember.Kind) && !profile.Columns.Any(column => column is { Member: ReadingMember.Id, Required: true }))
            root.Fault("groupBy", "satırların hangi fişe ait olduğu belirtilmeli: fişi ayıran sütunlar (number, date gibi) ya da zorunlu bir id sütunu");
        Require(profile, root, ReadingMember.Date);
        Require(profile, root, ReadingMember.Account);
        if (Has(profile, ReadingMember.Amount))
        {
            if (!Has(profile, ReadingMember.Side))
                root.Fault("columns", "tek tutar sütunu (amount) varsa borç/alacak sütunu (side) da olmalı");
        }
        else if (!Has(profile, ReadingMember.Debit) || !Has(profile, ReadingMember.Credit))
        {
            root.Fault("columns", "tutar için borç ve alacak sütunları (debit, credit) ya da tutar ve borç/alacak sütunları (amount, side) olmalı");
        }
    }

    private static void Require(ReadingProfile profile, ProfileNode root, ReadingMember member)
    {
        if (!profile.Columns.Any(column => column.Member == member && column.Required))
            root.Fault("columns", $"zorunlu (required) bir \"{member.NameOf()}\" sütunu olmalı");
    }

    private static bool Has(ReadingProfile profile, ReadingMember member) => profile.Columns.Any(column => column.Member == member);
}
