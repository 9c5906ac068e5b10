using EDefter.Core.Rehearsal.Documents;

namespace EDefter.Core.Rehearsal.Asserts;

/// <summary>On each line (<c>gl-cor:entryDetail</c>) of any document.</summary>
internal static class LineAsserts
{
    private const string Again = "Belgeyi yeniden üretin.";
    private const string Voucher = "Fişin bu satırını ERP’de düzeltip belgeyi yeniden üretin.";

    public static readonly IReadOnlyList<GibAssert> All =
    [
        new("Y89 K87 B51 R37", "Satırın numarası yok.", Again, static (_, line) => line["gl-cor:lineNumber"].Any),
        new("Y91 K88", "Satırda madde numarası yok.", Again, static (_, line) => line["gl-cor:lineNumberCounter"].Any),
        new("Y92", "Satırdaki madde numarası, maddenin kendi numarasından farklı.", Again, static (_, line) => !line["gl-cor:lineNumberCounter"].Any || !Entry(line)["gl-cor:entryNumberCounter"].Any || line["gl-cor:lineNumberCounter"].Is(Entry(line)["gl-cor:entryNumberCounter"])),
        new("Y93 K90 B53 R40", "Satırın hesabı yok.", Voucher, static (_, line) => line["gl-cor:account"].Any),
        new("Y94 K91 B54 R41", "Ana hesap kodu üç ya da dört karakter değil.", "Ana hesap kodunu Tekdüzen Hesap Planı’ndaki gibi yazın.", static (_, line) => !line["gl-cor:account"].Any || !line["gl-cor:account"]["gl-cor:accountMainID"].Any || XPath.Length(MainOf(line)!) is 3 or 4),
        new("Y95 K92 B55 R42", "Ana hesabın adı yok.", "Hesap planında ana hesabın adını doldurun.", static (_, line) => !line["gl-cor:account"].Any || line["gl-cor:account"]["gl-cor:accountMainDescription"].Any),
        new("Y96 K93", "Alt hesabın kodu yok.", Voucher, static (_, line) => !line["gl-cor:account"]["gl-cor:accountSub"].Any || line["gl-cor:account"]["gl-cor:accountSub"]["gl-cor:accountSubID"].Any),
        new("Y97 K94", "Alt hesabın adı yok.", "Hesap planında alt hesabın adını doldurun.", static (_, line) => !line["gl-cor:account"]["gl-cor:accountSub"].Any || line["gl-cor:account"]["gl-cor:accountSub"]["gl-cor:accountSubDescription"].Any),
        new("Y98 K95", "Alt hesap kodu ana hesap koduyla başlamıyor.", "Hesap planında alt hesabın ana hesabını düzeltin.", static (_, line) => StartsWithMain(line)),
        new("Y99 K96 B56 R43", "Satırın tutarı yok.", Voucher, static (_, line) => line["gl-cor:amount"].Any),
        new("Y100 K97", "Satırın tutarı sıfırdan büyük değil.", Voucher, static (_, line) => !line["gl-cor:amount"].Any || line["gl-cor:amount"].IsMoreThan(0)),
        new("B59 R47", "Satırın tutarı sıfırdan küçük.", Again, static (_, line) => line["gl-cor:amount"].IsAtLeast(0)),
        new("Y101 K98", "Tutarın para birimi yazılmış ama defterin para birimi yazılmamış.", "Firma bilgilerinde defterin para birimini doldurun.", static (scope, line) => !line["gl-muc:amountCurrency"].Any || scope.HasDefaultCurrency),
        new("Y102 K99", "Dövizli tutarın kur tarihi yok.", Voucher, static (_, line) => !line["gl-muc:amountOriginalAmount"].Any || line["gl-muc:amountOriginalExchangeRateDate"].Any),
        new("Y103 K100", "Dövizli tutarın döviz cinsi yok.", Voucher, static (_, line) => !line["gl-muc:amountOriginalAmount"].Any || line["gl-muc:amountOriginalCurrency"].Any),
        new("Y104 K101", "Dövizli tutarın kuru yok.", Voucher, static (_, line) => !line["gl-muc:amountOriginalCurrency"].Any || line["gl-muc:amountOriginalExchangeRate"].Any),
        new("Y105 K102 B57 R44", "Satırın borç mu alacak mı olduğu yazılmamış.", Voucher, static (_, line) => line["gl-cor:debitCreditCode"].Any),
        new("Y106 K103", "Satırın kayıt tarihi yok.", Voucher, static (_, line) => line["gl-cor:postingDate"].Any),
        new("Y107", "Satırın tarihi maddenin tarihinden farklı.", Voucher, static (_, line) => !line["gl-cor:postingDate"].Any || !Entry(line)["gl-cor:enteredDate"].Any || line["gl-cor:postingDate"].Is(Entry(line)["gl-cor:enteredDate"])),
        new("K104", "Satırın tarihi belgenin kapsadığı günlerin dışında.", Again, static (scope, line) => !line["gl-cor:postingDate"].Any || scope.IsInPeriod(line["gl-cor:postingDate"])),
        new("Y108 K105", "Belge türü \"diğer\" olan satırda belge adı yok.", Voucher, static (_, line) => !IsOf(line, "other") || line["gl-cor:documentTypeDescription"].Normal.Length > 0),
        new("Y109 K106", "Belge türü \"diğer\" olan satırda belge numarası ya da belge tarihi yok.", Voucher, static (_, line) => !IsOf(line, "other") || HasNumberAndDate(line)),
        new("Y110 K107", "Fatura satırında belge numarası ya da belge tarihi yok.", Voucher, static (_, line) => !IsOf(line, "invoice") || HasNumberAndDate(line)),
        new("Y111 K108", "Çek satırında belge numarası ya da belge tarihi yok.", Voucher, static (_, line) => !IsOf(line, "check") || HasNumberAndDate(line)),
        new("Y112 K109", "Belge numarası olan satırda belge türü yok.", Voucher, static (_, line) => !line["gl-cor:documentNumber"].Any || line["gl-cor:documentType"].Any),
        new("Y113 K110", "Belge tarihi olan satırda belge türü yok.", Voucher, static (_, line) => !line["gl-cor:documentDate"].Any || line["gl-cor:documentType"].Any),
        new("Y114", "Satırdaki fiş numarası, maddenin fiş numarasından farklı.", Again, static (_, line) => !line["gl-cor:documentReference"].Any || !Entry(line)["gl-cor:entryNumber"].Any || line["gl-cor:documentReference"].Is(Entry(line)["gl-cor:entryNumber"])),
        new("Y115", "Ödeme yöntemi alanı boş bırakılmış.", "Ödeme yöntemini doldurun ya da hiç göndermeyin.", static (_, line) => !line["gl-bus:paymentMethod"].Any || line["gl-bus:paymentMethod"].Normal.Length > 0),
        new("Y116 K111", "Satırda birden çok miktar bilgisi var.", Voucher, static (_, line) => line["gl-bus:measurable"].Count < 2),
        new("Y117 K112 B60 R48", "Tutar, en çok iki ondalıklı bir sayı değil.", Voucher, static (_, line) => XPath.IsAmount(line["gl-cor:amount"].Normal)),
        new("B58 R46", "Satırda dönem içi değişim bilgisi yok.", Again, static (_, line) => line["gl-cor:xbrlInfo"]["gl-cor:xbrlInclude"].Any),
        new("R38", "Satırda hareket sayısı yok.", Again, static (_, line) => line["gl-cor:documentApplyToNumber"].Any),
        new("R45", "Hareket sayısı bir tam sayı değil.", Again, static (_, line) => line["gl-cor:documentApplyToNumber"] is var count && (!count.Any || XPath.IsDigits(count.Text))),
    ];

    /// <summary>On the first line of a summary.</summary>
    public static readonly GibAssert First = new("B37 R35", "İlk satırın numarası 1 değil.", Again, static (_, line) => line["gl-cor:lineNumber"].Is(1));

    /// <summary>On each line of a summary that calls itself the standard one.</summary>
    public static readonly GibAssert OfStandard = new("B50 R36", "Satır dönem içi değişim olarak işaretlenmemiş.", Again, static (_, line) => line["gl-cor:xbrlInfo"]["gl-cor:xbrlInclude"].Is("period_change"));

    /// <summary>On each quantity of a line: books of investment funds.</summary>
    public static readonly IReadOnlyList<GibAssert> Measurable =
    [
        new("Y118 K113", "Miktar bilgisinde kalem kodu yok.", Voucher, static (_, part) => part["gl-bus:measurableCode"].Any),
        new("Y119 K114", "Miktar bilgisinde kalem açıklaması yok.", Voucher, static (_, part) => part["gl-bus:measurableCodeDescription"].Any),
        new("Y120 K115", "Miktar bilgisinde miktar yok.", Voucher, static (_, part) => part["gl-bus:measurableQuantity"].Any),
        new("Y121 K116", "Miktar bilgisinde niteleyici yok.", Voucher, static (_, part) => part["gl-bus:measurableQualifier"].Any),
        new("Y122 K117", "Miktar bilgisinde birim yok.", Voucher, static (_, part) => part["gl-bus:measurableUnitOfMeasure"].Any),
        new("Y123 K118", "Miktar bilgisinde birim fiyatı yok.", Voucher, static (_, part) => part["gl-bus:measurableCostPerUnit"].Any),
        new("Y124 K119", "Kalem kodu NT değil.", Voucher, static (_, part) => part["gl-bus:measurableCode"].Is("NT")),
        new("Y125 K120", "Kalem açıklaması \"Maddi Olmayan Kalemler\" değil.", Voucher, static (_, part) => part["gl-bus:measurableCodeDescription"].Is("Maddi Olmayan Kalemler")),
        new("Y126 K121", "Niteleyici \"Fon\" değil.", Voucher, static (_, part) => part["gl-bus:measurableQualifier"].Is("Fon")),
        new("Y127 K122", "Birim \"Adet\" değil.", Voucher, static (_, part) => part["gl-bus:measurableUnitOfMeasure"].Is("Adet")),
        new("Y128 K123", "Birim fiyatı ile miktarın çarpımı satırın tutarına eşit değil.", "Birim fiyatını ya da miktarı düzeltin; miktarı 1 yazmak her zaman tutar.", static (_, part) => IsProduct(part)),
    ];

    private static Element Entry(Element line) => line.Parent!;

    // Of the only account; two accounts in a line leave the engine without a value.
    private static string? MainOf(Element line) => line["gl-cor:account"].Single?["gl-cor:accountMainID"].Normal;

    private static bool StartsWithMain(Element line)
    {
        var main = MainOf(line);
        var sub = line["gl-cor:account"].Single?["gl-cor:accountSub"]["gl-cor:accountSubID"].Normal;
        return string.IsNullOrEmpty(main) || string.IsNullOrEmpty(sub) || sub.StartsWith(main, StringComparison.Ordinal);
    }

    private static bool IsOf(Element line, string type) => string.Equals(line["gl-cor:documentType"].Normal, type, StringComparison.Ordinal);

    private static bool HasNumberAndDate(Element line) => line["gl-cor:documentNumber"].Normal.Length > 0 && line["gl-cor:documentDate"].Any;

    private static bool IsProduct(Element part)
    {
        var (cost, quantity) = (part["gl-bus:measurableCostPerUnit"].Single, part["gl-bus:measurableQuantity"].Single);
        return cost is not null && quantity is not null && part.Parent!["gl-cor:amount"].Is(XPath.Double(cost.Text) * XPath.Double(quantity.Text));
    }
}
