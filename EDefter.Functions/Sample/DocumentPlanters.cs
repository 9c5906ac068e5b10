using System.Globalization;
using EDefter.Core.Vouchers;

namespace EDefter.Functions.Sample;

/// <summary>Faults of the document behind a voucher.</summary>
internal static class DocumentPlanters
{
    public static IEnumerable<Planter> All =>
    [
        NumberMissing, DateMissing("sales-invoice"), DateMissing("bank"),
        TypeMissing("purchase-invoice"), TypeMissing("cheque"), TypeMissing("bank"),
        NameMissing("bank"), NameMissing("z-report"),
        OperationName("HAVALE"), OperationName("EFT"), OperationName("Virman"),
        EttnAsNumber,
        TypeInTurkish("sales-invoice", "Fatura"), TypeInTurkish("cheque", "ÇEK"),
        DocumentOfNothing("opening"), DocumentOfNothing("depreciation"),
        ImpossibleDate,
        OneLineDiffers("bank", line => line with { Number = Swapped(line.Number!) }),
        OneLineDiffers("purchase-invoice", line => line with { Date = DateField.Of(line.Date.Value!.Value.AddDays(-1)) }),
        OneLineDiffers("sales-invoice", line => line with { Number = Swapped(line.Number!) }),
    ];

    private static Planter NumberMissing => new(
        "BEL001",
        "Faturanın numarası boş",
        voucher => voucher.Module == "sales-invoice",
        voucher => voucher.EveryDocument(document => document with { Number = null }),
        Plant.Every,
        "Fatura numarası satış faturaları listesinden girildi ve fiş yeniden gönderildi.");

    private static Planter DateMissing(string module) => new(
        "BEL002",
        "Belgenin tarihi boş",
        voucher => voucher.Module == module,
        voucher => voucher.EveryDocument(document => document with { Date = DateField.Absent }),
        Plant.Every,
        "Belge tarihi belgenin aslından girildi ve fiş yeniden gönderildi.");

    private static Planter TypeMissing(string module) => new(
        "BEL003",
        "Belge numarası ve tarihi var, belge türü boş",
        voucher => voucher.Module == module && voucher.Grouping is null,
        voucher => voucher.EveryDocument(document => document with { Type = null, TypeDescription = null }),
        Plant.Every);

    private static Planter NameMissing(string module) => new(
        "BEL004",
        "Belge türü diğer, belge adı boş",
        voucher => voucher.Module == module,
        voucher => voucher.EveryDocument(document => document with { TypeDescription = null }),
        Plant.Every);

    private static Planter OperationName(string name) => new(
        "BEL005",
        "Belge adı yerine işlem adı yazılmış: " + name,
        voucher => Plant.IsSimple(voucher, "bank"),
        voucher => voucher.EveryDocument(document => document with { TypeDescription = name }),
        Plant.Every);

    private static Planter EttnAsNumber => new(
        "BEL006",
        "Fatura numarası yerine ETTN yazılmış",
        voucher => voucher.Module == "purchase-invoice" && voucher.Grouping is null,
        voucher => voucher.EveryDocument(document => document with { Number = "7f0c1d2e-53a4-4b6b-9c1d-" + voucher.Id.PadLeft(12, '0') }),
        Plant.Every,
        "ETTN gelen faturalar listesinde arandı, 16 haneli fatura numarası girildi ve fiş yeniden gönderildi.");

    private static Planter TypeInTurkish(string module, string word) => new(
        "BEL008",
        "Belge türü sekiz değerden biri değil: " + word,
        voucher => voucher.Module == module,
        voucher => voucher.EveryDocument(document => document with { Type = word }),
        Plant.Every);

    private static Planter DocumentOfNothing(string module) => new(
        "BEL010",
        module == "opening" ? "Açılış fişinde belge bilgisi var" : "Amortisman fişinde belge bilgisi var",
        voucher => voucher.Module == module,
        voucher => voucher.EveryLine(line => line with { Document = new SourceDocument { Type = "other", TypeDescription = "Muhasebe Fişi", Number = voucher.Number, Date = voucher.Date } }),
        Plant.Head);

    private static Planter ImpossibleDate => new(
        "BEL013",
        "Belge tarihi 1900 yılında",
        voucher => voucher.Module == "self-employed",
        voucher => voucher.EveryDocument(document => document with { Date = DateField.Of(new DateOnly(1900, 1, 1)) }),
        Plant.Every,
        "Makbuzun tarihi aslına bakılarak girildi ve fiş yeniden gönderildi.");

    // The ERP knows the one document of the voucher; bulk posting garbled it on a line.
    private static Planter OneLineDiffers(string module, Func<SourceDocument, SourceDocument> garble) => new(
        "BEL017",
        "Bir satırın belge bilgisi fişin belgesinden farklı",
        voucher => voucher.Module == module && voucher.Grouping is null && voucher.Date.Value!.Value.Day > 8 && !voucher.Lines[0].Document!.Number!.EndsWith("00", StringComparison.Ordinal) && Swapped(voucher.Lines[0].Document!.Number!) != voucher.Lines[0].Document!.Number,
        voucher => voucher.Line(2, line => line with { Document = garble(line.Document!) }) with { Document = voucher.Lines[0].Document },
        Plant.Head);

    private static string Swapped(string number) => string.Create(CultureInfo.InvariantCulture, $"{number.AsSpan(0, number.Length - 2)}{number[^1]}{number[^2]}");
}
