using System.Globalization;
using EDefter.Core.Companies;
using EDefter.Core.Reading.Tables;

namespace EDefter.Core.Reading.Profiles;

/// <summary>Reads people's workbooks and CSV files as a chart of accounts, one row per account. A chart is replaced as a whole, so one row that cannot be read refuses it.</summary>
public sealed class AccountTableReader
{
    /// <summary>Rows of a chart.</summary>
    public const int RowsMax = 200_000;

    private readonly RowReader rows;
    private readonly List<ChartAccount> accounts = [];

    private AccountTableReader(ReadingProfile profile) => rows = new RowReader(profile);

    /// <inheritdoc cref="VoucherTableReader.Read"/>
    public static IReadOnlyList<ChartAccount> Read(Stream stream, bool isWorkbook, ReadingProfile profile)
    {
        var reader = new AccountTableReader(profile);
        var table = new ReadTable(profile, RowsMax);
        table.Read(stream, isWorkbook, reader.Take);
        return table.Headless is [var sheet, ..] ? throw new UnreadableTableException($"\"{sheet}\" sayfasında başlık satırı bulunamadı. Sayfada hesap yoksa silin, varsa başlık satırını ekleyin.") : reader.accounts;
    }

    private void Take(string at, IReadOnlyList<TableHead> columns, IReadOnlyList<TableCell> cells)
    {
        var row = rows.Read(at, columns, cells);
        if (row.Fault is { } fault)
            throw new UnreadableTableException($"{at}, {fault}");
        if (row.Values.Count > 0)
            accounts.Add(AccountOf(at, row.Values));
    }

    private static ChartAccount AccountOf(string at, Dictionary<ReadingMember, string> values) => new()
    {
        Code = values.GetValueOrDefault(ReadingMember.AccountCode) ?? throw new UnreadableTableException($"{at}: hesap kodu boş. Her satırda bir hesap kodu olmalıdır."),
        Name = values.GetValueOrDefault(ReadingMember.AccountTitle),
        Parent = values.GetValueOrDefault(ReadingMember.AccountParent),
        Leaf = values.GetValueOrDefault(ReadingMember.AccountIsLeaf) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            var other => throw new UnreadableTableException($"{at}: \"{other}\" anlaşılmadı; hesap hareket görüyorsa Evet, görmüyorsa Hayır yazın."),
        },
        ActiveFrom = Day(at, values, ReadingMember.AccountActiveFrom),
        ActiveTo = Day(at, values, ReadingMember.AccountActiveTo),
        PartnerTaxId = values.GetValueOrDefault(ReadingMember.AccountPartnerTaxId),
    };

    private static DateOnly? Day(string at, Dictionary<ReadingMember, string> values, ReadingMember member)
    {
        if (!values.TryGetValue(member, out var text))
            return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new UnreadableTableException($"{at}: \"{text}\" bir tarih değil. Tarihi gün.ay.yıl olarak yazın.");
    }
}
