using EDefter.Core.Companies;
using EDefter.Core.Formats.Gib;
using EDefter.Core.Reading.Profiles;
using EDefter.Core.Rules;
using EDefter.Core.Text;

namespace EDefter.Core.Workflow;

/// <summary>Every refusal of the house: its stable type, and what it tells a Turkish reader. Texts of numbering come from the rules NUM001…NUM009.</summary>
public static partial class Refusals
{
    private const string FiscalYearMember = "fiscalYear";

    public static Refusal UnknownCompany(string company) =>
        new("unknown-company", 404, "Firma bulunamadı", $"\"{company}\" kimliğiyle kayıtlı firma yok. Önce firmayı tanımlayın.") { Values = Call("PUT /api/companies/{co}") };

    public static Refusal UnknownBranch(Company company, string branch) =>
        new("unknown-branch", 404, "Şube bulunamadı", $"\"{branch}\" numaralı şube firma bilgilerinde yok. Firmanın şubeleri: {string.Join(", ", company.Branches.Select(known => known.Code))}.");

    public static Refusal InvalidPeriod(string text) =>
        new("invalid-period", 422, "Dönem anlaşılmadı", $"\"{text}\" bir dönem değil. Dönemi yıl ve ayla yazın; örneğin 2025-01.");

    public static Refusal InvalidRange(string from, string to) =>
        new("invalid-range", 422, "Tarih aralığı anlaşılmadı", $"\"{from}\" ile \"{to}\" arası bir tarih aralığı değil. Tarihleri yıl-ay-gün sırasıyla (örneğin 2025-01-15) ve başlangıç bitişten sonra olmayacak biçimde verin.");

    public static Refusal InvalidDay(string text) =>
        new("invalid-day", 422, "Tarih anlaşılmadı", $"\"{text}\" bir tarih değil. Tarihi yıl-ay-gün sırasıyla yazın; örneğin 2025-01-15.");

    public static Refusal UnknownYear(string text) =>
        new("unknown-year", 404, "Hesap dönemi bulunamadı", $"\"{text}\" ile başlayan bir hesap dönemi firmada tanımlı değil. Hesap dönemini başladığı yılla (örneğin 2025) ya da içindeki bir ayla (örneğin 2025-01) belirtin.");

    public static Refusal NoFiscalYear(Period period) =>
        new("no-fiscal-year", 422, "Hesap dönemi tanımlı değil", $"{TurkishText.Month(period)} için firmada hesap dönemi tanımı yok. Firma bilgilerine bu ayı kapsayan hesap dönemini ekleyin.") { Values = Of(period) };

    /// <param name="member">Of the profile: where a form shows the refusal.</param>
    /// <param name="detail">What is wrong with it, and what to write instead.</param>
    public static Refusal InvalidCompany(string member, string detail) => new("invalid-company", 422, "Firma bilgilerinde hata var", detail) { Values = Member(member) };

    /// <param name="member">Of the key that is asked for.</param>
    /// <param name="detail">What is wrong with it, and what to write instead.</param>
    public static Refusal InvalidKey(string member, string detail) => new("unreadable", 422, "Anahtar bilgilerinde hata var", detail) { Values = Member(member) };

    public static Refusal NoGibDocument() =>
        new("no-gib-document", 422, "Kontrol edilecek e-Defter dosyası yok", "Gönderilen içerikte resmî adıyla bir e-Defter dosyası bulunamadı. Tek dosya gönderiyorsanız resmî adını da bildirin; sıkıştırılmış klasör gönderiyorsanız içindeki dosya adlarını değiştirmeyin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["member"] = "name", ["example"] = "1234567808-202501-Y-000000.xml" } };

    public static Refusal BrokenGibZip() => InvalidBody("ZIP dosyası bozuk: yarım inmiş ya da ZIP olmaktan çıkmış. Dosyayı kaynağından yeniden alın.");

    public static Refusal BrokenFiledJournal() => InvalidBody("Yevmiye defteri dosyası okunamıyor: yapısı bozuk. Dosyayı kaynağından yeniden alın; bir düzenleyicide açıp kaydetmeyin.");

    public static Refusal NoFiledJournal(Period period) =>
        new("no-gib-document", 422, "Karşılaştırılacak yevmiye defteri yok", $"Gönderilen içerikte bu firmanın, bu şubenin {TurkishText.Month(period)} dönemine ait, resmî adıyla bir yevmiye defteri bulunamadı. Tek dosya gönderiyorsanız resmî adını da bildirin; sıkıştırılmış klasör gönderiyorsanız içindeki dosya adlarını değiştirmeyin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["member"] = "name", ["example"] = "1234567808-202501-Y-000000.xml" } };

    public static Refusal InvalidBody(string detail) => new("unreadable", 422, "Gönderilen içerik okunamadı", detail);

    /// <summary>What is said of a workbook that cannot be opened.</summary>
    public const string BrokenWorkbook = "Çalışma kitabı açılamadı: dosya bozuk ya da .xlsx biçiminde değil. Dosyayı tablo programında açıp .xlsx olarak yeniden kaydedin. Hiçbir kayıt yapılmadı.";

    public static Refusal UnknownReading(string profile, IEnumerable<string> known) =>
        new("unknown-reading-profile", 422, "Okuma biçimi tanınmıyor", $"\"{profile}\" adlı okuma biçimi yok. Tanınan biçimler: {string.Join(", ", known)}.");

    public static Refusal ReadingWithoutTable(string profile) =>
        new("unknown-content", 415, "İçerik türü tanınmıyor", $"\"{profile}\" okuma biçimi yalnız tablolar içindir; gönderilen içeriğin türü ise tablo değil. Content-Type başlığını CSV için text/csv, çalışma kitabı için application/vnd.openxmlformats-officedocument.spreadsheetml.sheet olarak verin.");

    public static Refusal InvalidReading(IReadOnlyList<ProfileFault> faults) =>
        new("invalid-reading-profile", 422, "Okuma biçimi tanımında hata var", $"Okuma biçiminde {TurkishText.Count(faults.Count)} hata var; hepsi yerleriyle listededir. Düzeltip yeniden gönderin.") { Values = Of(faults) };

    public static Refusal BuiltInReading(string profile) =>
        new("built-in-profile", 409, "Bu ad hazır bir okuma biçiminin", $"\"{profile}\" ürünle gelen bir okuma biçiminin adıdır ve değiştirilemez. Kendi okuma biçiminize başka bir ad verin.");

    public static Refusal ReadingNotFound(string profile) =>
        new("unknown-reading-profile", 404, "Okuma biçimi bulunamadı", $"\"{profile}\" adlı bir okuma biçimi yok. Firmanın okuma biçimlerinin listesine bakın.") { Values = Call("GET /api/companies/{co}/reading-profiles") };

    public static Refusal BrokenGzip() =>
        new("unreadable", 422, "Gönderilen içerik okunamadı", "Gövde gzip olarak açılamadı; Content-Encoding başlığını ve verinin bütün gönderildiğini kontrol edin. Hiçbir kayıt yapılmadı.");

    public static Refusal MissingBy() =>
        new("missing-by", 422, "İşlemi yapan belirtilmemiş", "Defteri değiştiren her işlemde \"by\" alanında işlemi yapan kişinin adı ve soyadı verilmelidir.");

    public static Refusal UnknownVoucher(string id) => new("unknown-voucher", 404, "Fiş bulunamadı", $"\"{id}\" kimliğiyle geçerli bir fiş yok. Silinmiş olabilir; geçmişi için fişin sürümlerine bakın.");

    public static Refusal NotChecked(string what) =>
        new("not-checked", 404, "Kontrol raporu yok", $"{what} için güncel bir kontrol raporu yok. Önce kontrolü çalıştırın.") { Values = Call("POST …/check") };

    public static Refusal RevisionMoved(Period period, long expected, long actual) =>
        new("revision-moved", 409, "Ay bu arada değişti", $"{TurkishText.Month(period)} bu işlem hazırlandıktan sonra değişti (sürüm {expected} yerine {actual}). Yeniden kontrol edip işlemi yeni sürümle tekrarlayın.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["expected"] = expected, ["revision"] = actual },
        };

    /// <summary>What a check reads did not stand still. The vouchers need not have moved: it may be the chart, the rates, or an earlier month.</summary>
    public static Refusal CheckOvertaken(Period period) =>
        new("revision-moved", 409, "Ay bu arada değişti", $"{TurkishText.Month(period)} kontrol edilirken fişleri ya da kontrolün dayandığı bilgiler (hesap planı, firma bilgileri, kurlar, önceki aylar) değişti. Değişiklikler bitince kontrolü yeniden başlatın.") { Values = Of(period) };

    /// <summary>An archive that was ordered is not the one that would be made now.</summary>
    public static Refusal ArchiveOvertaken(Period period) =>
        new("revision-moved", 409, "Ay bu arada değişti", $"{TurkishText.Month(period)} numaraları ya da programın sürümü, arşiv istendikten sonra değişti. Arşivi yeniden isteyin.") { Values = Of(period) };

    public static Refusal PreconditionFailed(Period period, long expected, long actual) =>
        RevisionMoved(period, expected, actual) with { Status = 412, Detail = $"İşlem ayın {expected}. sürümü için istendi, {TurkishText.Month(period)} ise {actual}. sürümünde. Ayı yeniden okuyup işlemi yeni sürümle tekrarlayın." };

    public static Refusal UnreadableIfMatch() =>
        new("invalid-header", 412, "If-Match okunamadı", "If-Match başlığı ayın sürümünü tırnak içinde taşımalıdır; GET …/periods/{ay} yanıtındaki ETag değerini olduğu gibi gönderin.");

    public static Refusal MonthSealed(Period period) =>
        new("month-sealed", 409, "Ay kapalı", $"{TurkishText.Month(period)} numaralanmış ya da beratı gönderilmiş; fişleri değiştirilemez. Numaraları geri alın ya da düzeltmeyi açık bir aya, düzeltme fişi olarak kaydedin.") { Values = Of(period) };

    public static Refusal UnknownRun(string run) => new("unknown-run", 404, "Bakım planı bulunamadı", $"\"{run}\" kimliğiyle bir bakım planı yok. Planların listesine bakın.") { Values = Call("GET …/repairs") };

    public static Refusal NotApplied(string run) => new("not-applied", 409, "Bakım uygulanmamış", $"\"{run}\" planı uygulanmadığı için geri alınacak bir değişiklik yok.");

    public static Refusal RunApplied(string run) => new("run-applied", 409, "Bakım zaten uygulanmış", $"\"{run}\" planı daha önce uygulanmış. Kalan bulgular için yeni bir plan isteyin.") { Values = Call("POST …/repairs") };

    public static Refusal RunUndone(string run) => new("run-undone", 409, "Bakım geri alınmış", $"\"{run}\" planı uygulanıp geri alınmış. Yeniden uygulamak için yeni bir plan isteyin.") { Values = Call("POST …/repairs") };

    public static Refusal ChangedSince(IReadOnlyList<string> vouchers) =>
        new("changed-since", 409, "Fişler bu arada değişti", $"{vouchers.Count} fiş bakımdan sonra yeniden gönderilmiş ya da başka bir bakımla değişmiş; geri alma onları ezmez. İlgili fişleri ERP’de düzeltin.")
        {
            // A job's row holds its refusal, so the list is cut; the count is not.
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["vouchers"] = vouchers.Take(100).ToList(), ["count"] = vouchers.Count },
        };

    public static Refusal NotNumbered(Period period) =>
        new("not-numbered", 409, "Ay numaralanmamış", $"{TurkishText.Month(period)} için yevmiye numarası verilmemiş. Önce numaraları verin.") { Values = Of(period, "POST …/numbers") };

    public static Refusal BeforeAdoption(Period period, DateOnly adopted) =>
        new("before-adoption", 409, "Ay e-Deftere geçişten önce", $"{TurkishText.Month(period)}, firmanın e-Deftere geçtiği {TurkishText.Date(adopted)} tarihinden önce; bu ayın defteri e-Defter olarak numaralanmaz. Geçiş tarihi yanlışsa firma bilgilerinde düzeltin.") { Values = Of(period) };

    public static Refusal RowsLost(Period period, long received, long processed) =>
        new("rows-lost", 409, "Kontrol bütün fişleri görmemiş", $"{TurkishText.Month(period)} için kayıtta {TurkishText.Count(received)} fiş var, kontrolden {TurkishText.Count(processed)} fiş geçti. Eksik fişle numara verilmez; kontrolü yeniden çalıştırın, fark sürerse destek isteyin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["received"] = received, ["processed"] = processed },
        };

    public static Refusal SharedMonth(Period period) =>
        new("shared-month", 422, "İki hesap dönemi aynı ayı paylaşıyor", $"{TurkishText.Month(period)} iki hesap dönemine bölünüyor; bir ayın defteri tek hesap dönemindedir. Hesap dönemlerini ay sınırında bitirip başlatın.") { Values = new Dictionary<string, object>(Of(period), StringComparer.Ordinal) { ["member"] = FiscalYearMember } };

    public static Refusal NotArchived(Period period) =>
        new("not-archived", 409, "Ay arşivlenmemiş", $"{TurkishText.Month(period)} için entegratör dosyası üretilmemiş. Önce arşivi oluşturun.") { Values = Of(period, "POST …/archives") };

    public static Refusal NotFiled(Period period) =>
        new("not-filed", 409, "Berat gönderilmemiş", $"{TurkishText.Month(period)} için berat gönderildi kaydı yok; geri alınacak bir şey yoktur.") { Values = Of(period) };

    public static Refusal EmptyMonth(Period period) =>
        new("empty-month", 409, "Ayda fiş yok", $"{TurkishText.Month(period)} boş; entegratöre verilecek kayıt olmadığından arşiv üretilmez. Sonraki ayın numaraları kaldığı yerden sürer.") { Values = Of(period) };

    public static Refusal InvalidPrint(string detail) => new("invalid-print", 422, "Baskı isteği anlaşılmadı", detail);

    public static Refusal NothingToPrint(Period period) =>
        new("empty-month", 409, "Ayda fiş yok", $"{TurkishText.Month(period)} boş; deftere yazılacak kayıt olmadığından baskı yapılmaz. Sonraki ayın sayfa numaraları kaldığı yerden sürer.") { Values = Of(period) };

    public static Refusal FirstPageUnknown(Period period, Period before, string book) =>
        new("first-page-unknown", 409, "İlk sayfa numarası bilinmiyor", $"{TurkishText.Month(period)} için {book} sayfaları {TurkishText.Month(before)} ayının sayfalarından sonra sürer; o ayın güncel bir baskısı yok. Önce o ayı yazdırın ya da ilk sayfa numarasını kendiniz verin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["previous"] = before.ToString(), ["member"] = "firstPage" },
        };

    public static Refusal NotPrinted(Period period) =>
        new("not-printed", 404, "Defter yazdırılmamış", $"{TurkishText.Month(period)} için güncel bir yevmiye defteri baskısı yok. Önce defteri yazdırın.") { Values = Of(period, "POST …/print") };

    public static Refusal UnknownVolume(string volume, int volumes) =>
        new("unknown-volume", 404, "Cilt bulunamadı", $"\"{volume}\" numaralı cilt yok; son baskı {TurkishText.Count(volumes)} cilttir.");

    public static Refusal UnknownProfile(string profile, IEnumerable<string> known) =>
        new("unknown-profile", 422, "Dosya biçimi tanınmıyor", $"\"{profile}\" adlı entegratör biçimi yok. Tanınan biçimler: {string.Join(", ", known)}.");

    public static Refusal UnverifiedProfile(string profile) =>
        new("unverified-profile", 409, "Biçim doğrulanmamış", $"\"{profile}\" biçiminin sütunları tek bir kaynaktan derlenmiştir; entegratörünüzün şablonuyla karşılaştırılmamıştır. Kullanmak isterseniz bunu bilerek kabul ettiğinizi belirtin ve ilk dosyayı entegratörünüzle deneyin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["member"] = "acceptUnverified" } };

    public static Refusal UnknownParameter(string profile, string parameter, IEnumerable<string> known) =>
        new("unknown-parameter", 422, "Biçimin böyle bir parametresi yok", $"\"{profile}\" biçiminin \"{parameter}\" adlı bir parametresi yok ya da değeri boş verilmiş. Bilinen parametreler: {(known.Any() ? string.Join(", ", known) : "yok")}.");

    public static Refusal InvalidDraft(string detail, string parameter) =>
        new("invalid-draft", 422, "Taslak isteği anlaşılmadı", detail) { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["member"] = parameter } };

    public static Refusal MonthNotEnded(Period period, DateOnly end) =>
        new("month-not-ended", 409, "Ay bitmemiş", $"{TurkishText.Month(period)} {TurkishText.Date(end)} günü biter; e-Defter belgeleri dönemi bitmeden oluşturulamaz. Ay bitince yeniden isteyin.") { Values = Of(period) };

    public static Refusal CreationDateOutside(Period period, DateOnly end, DateOnly today) =>
        new("invalid-draft", 422, "Oluşturulma tarihi olamaz", $"{TurkishText.Month(period)} belgelerinin oluşturulma tarihi, ayın son günü olan {TurkishText.Date(end)} ile bugün ({TurkishText.Date(today)}) arasında olmalıdır. Tarihi düzeltin ya da göndermeyin; o zaman bugünün tarihi yazılır.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["member"] = GibDraftProfile.CreationDate } };

    public static Refusal PartsUnknown(Period period, Period before) =>
        new("parts-unknown", 409, "Önceki ayın parça sayısı bilinmiyor", $"{TurkishText.Month(period)} belgelerinin kontrol numarası, hesap döneminde daha önce kaç parça defter oluşturulduğuna göre sürer. {TurkishText.Month(before)} için bu numaralarla bir taslak oluşturulmamış. Önce o ayın taslağını oluşturun; defter başka bir programda oluşturulduysa bu ayın ilk parçasının sırasını kendiniz yazın.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["period"] = period.ToString(), ["unknown"] = before.ToString(), ["call"] = "POST …/archives", ["member"] = GibDraftProfile.FirstSeries },
        };

    public static Refusal NothingToRehearse(Period period) =>
        new("empty-month", 409, "Ayda fiş yok", $"{TurkishText.Month(period)} boş; defteri olmayan ayın provası da yoktur. Fişleri gönderip yeniden deneyin.") { Values = Of(period) };

    public static Refusal NotRehearsed(Period period) =>
        new("not-rehearsed", 404, "Ayın provası yapılmamış", $"{TurkishText.Month(period)} için prova yapılmamış. Önce provayı çalıştırın.") { Values = Of(period, "POST …/rehearse") };

    public static Refusal NoPreview(string profile) =>
        new("no-preview", 422, "Bu biçimin önizlemesi yok", $"\"{profile}\" e-Defter belgelerini üretir; satır satır önizlemesi yoktur. Ayı imzadan önce görmek için provasını çalıştırın ya da taslağını oluşturun.") { Values = Call("POST …/rehearse") };

    public static Refusal InvalidProfile(IReadOnlyList<ProfileFault> faults) =>
        new("invalid-profile", 422, "Dosya biçimi tanımında hata var", $"Biçim tanımında {TurkishText.Count(faults.Count)} hata var; hepsi yerleriyle listededir. Düzeltip yeniden gönderin.") { Values = Of(faults) };

    public static Refusal BuiltInProfile(string profile) =>
        new("built-in-profile", 409, "Bu ad hazır bir biçimin", $"\"{profile}\" ürünle gelen bir dosya biçiminin adıdır ve değiştirilemez. Kendi biçiminize başka bir ad verin.");

    public static Refusal ProfileNotFound(string profile) =>
        new("unknown-profile", 404, "Dosya biçimi bulunamadı", $"Firmanın \"{profile}\" adlı bir dosya biçimi yok. Firmanın biçimlerinin listesine bakın.") { Values = Call("GET /api/companies/{co}/profiles") };

    public static Refusal ProfileVersionsFull(string profile, int most) =>
        new("profile-versions-full", 409, "Biçimin sürümleri doldu", $"\"{profile}\" biçiminin {TurkishText.Count(most)} sürümü saklanıyor; onlarla yapılanlar kanıtlanabilsin diye hiçbiri silinmez. Biçimi yeni bir adla kaydedin.");

    public static Refusal UnknownArchive(string archive) => new("unknown-archive", 404, "Arşiv bulunamadı", $"\"{archive}\" kimliğiyle bir arşiv yok. Arşivlerin listesine bakın.") { Values = Call("GET …/archives") };

    public static Refusal UnknownAcknowledgement(string id) => new("unknown-acknowledgement", 404, "Kabul bulunamadı", $"\"{id}\" kimliğiyle kabul edilmiş bir uyarı yok. Kabul edilenlerin listesine bakın.") { Values = Call("GET …/acknowledgements") };

    public static Refusal NotAcknowledgeable(string detail) => new("not-acknowledgeable", 422, "Bulgu kabul edilemez", detail);

    public static Refusal InvalidCursor(string text) =>
        new("invalid-cursor", 422, "İmleç anlaşılmadı", $"\"{text}\" değişiklik akışının verdiği bir imleç ya da sıra numarası değil. Yanıttaki \"next\" ya da \"seq\" değerini olduğu gibi gönderin.");

    public static Refusal InvalidFilter(string name, string value, string allowed) => new("invalid-filter", 422, "Süzgeç tanınmıyor", $"\"{name}\" süzgecine verilen \"{value}\" değeri tanınmıyor. Verilebilecek değerler: {allowed}.");

    public static Refusal UnreadableAnchor() =>
        new("unreadable-anchor", 422, "Not edilmiş sıra anlaşılmadı", "Denetim izinin not edilmiş bir yeri, sıra numarası ve 64 haneli özetiyle birlikte verilir. İkisini de daha önce not ettiğiniz gibi verin ya da ikisini de vermeyin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["members"] = new[] { "sequence", "hash" } },
        };

    public static Refusal NoMonthEnd(Period period) =>
        new("no-month-end", 404, "Otomatik kapanış yok", $"{TurkishText.Month(period)} için otomatik kapanış çalışmadı. Ayı elle kapatın ya da firma bilgilerinde otomatik kapanış için sürekli onay verin.") { Values = Of(period) };

    public static Refusal WebhooksOff() =>
        new("webhooks-off", 409, "Bildirim gönderme kapalı", "Sunucuda bildirimleri imzalayan anahtar tanımlı değil; imzasız bildirim gönderilmez. Sunucu ayarlarında \"EDEFTER_WEBHOOK_KEY\" değerine en az 32 karakterlik rastgele bir metin verip sunucuyu yeniden başlatın.");

    public static Refusal InvalidWebhook(string detail) => new("invalid-webhook", 422, "Bildirim adresi tanımında hata var", detail);

    public static Refusal TooManyWebhooks(int most) =>
        new("too-many-webhooks", 409, "Bildirim adresleri doldu", $"Firmanın en çok {TurkishText.Count(most)} bildirim adresi olabilir. Gerekmeyen birini silin ya da var olan birini değiştirin.");

    public static Refusal UnknownWebhook(string id) =>
        new("unknown-webhook", 404, "Bildirim adresi bulunamadı", $"\"{id}\" kimliğiyle bir bildirim adresi yok. Firmanın bildirim adreslerinin listesine bakın.") { Values = Call("GET /api/companies/{co}/webhooks") };

    public static Refusal UnknownDelivery(long n) =>
        new("unknown-delivery", 404, "Bildirim bulunamadı", $"{TurkishText.Count(n)} sıra numaralı olay bu adrese bildirilmemiş. Bildirimlerin listesine bakın.") { Values = Call("GET …/deliveries") };

    public static Refusal NotDead(long n) =>
        new("not-dead", 409, "Bildirim yeniden istenemez", $"{TurkishText.Count(n)} sıra numaralı olay bu adrese iletilmiş ya da denemeleri sürüyor. Yalnız bütün denemeleri başarısız olan bildirimler yeniden gönderilir.");

    public static Refusal NoArchivedJournal(string file) =>
        new("no-archived-journal", 409, "Arşiv karşılaştırılamıyor", $"{file} arşivi üretilirken yevmiye kopyası saklanmamış ve ayın numaraları o günden sonra değişmiş; fiş fiş karşılaştırılamaz. Yeni üretilen arşivler karşılaştırılabilir.");

    public static Refusal UnknownJob(string job) => new("unknown-job", 404, "İş bulunamadı", $"\"{job}\" kimliğiyle bir iş yok ya da bu anahtarla görülemez.");

    public static Refusal TooLarge(string detail) => new("too-large", 413, "İçerik çok büyük", detail);

    public static Refusal UnknownContent(string type) =>
        new("unknown-content", 415, "İçerik türü tanınmıyor", $"\"{type}\" türündeki içerik okunamaz. Fişleri application/json, application/x-ndjson, text/csv ya da .xlsx çalışma kitabı olarak, isterseniz Content-Encoding: gzip ile gönderin.");

    public static Refusal UnknownUpload(string upload) =>
        new("unknown-upload", 404, "Yükleme bulunamadı", $"\"{upload}\" kimliğiyle yüklenmiş bir dosya yok: henüz yüklenmemiş ya da süresi dolmuş olabilir. Yeni bir bağlantı isteyin ve dosyayı o bağlantıya yükleyin.") { Values = Call("POST …/uploads") };

    public static Refusal UploadChanged(string upload) =>
        new("upload-changed", 409, "Yükleme bu arada değişti", $"\"{upload}\" kimlikli dosya içe aktarma istendikten sonra yeniden yüklenmiş ya da silinmiş. İçe aktarmayı yeniden isteyin.");

    public static Refusal UploadTooLarge(long bytesMax) =>
        TooLarge($"Yüklenen dosya {TurkishText.Count(bytesMax)} bayt sınırını aşıyor; hiçbir kayıt yapılmadı. Fişleri birkaç yüklemede ya da gzip ile sıkıştırarak gönderin.");

    public static Refusal BrokenUpload() =>
        new("unreadable", 422, "Yüklenen dosya okunamadı", "Dosya gzip olarak açılamadı: bozuk ya da eksik yüklenmiş. Yeniden yükleyin. Hiçbir kayıt yapılmadı.");

    public static Refusal NotImported(string upload) =>
        new("not-imported", 404, "Yükleme içe aktarılmamış", $"\"{upload}\" kimlikli yükleme için biten bir içe aktarma yok ya da listesinin süresi dolmuş. Önce içe aktarın.") { Values = Call($"POST …/uploads/{upload}/import") };

    public static Refusal UnknownBackup(string id) =>
        new("unknown-backup", 404, "Yedek bulunamadı", $"\"{id}\" kimliğiyle bir yedek yok ya da süresi dolmuş. Yeni bir yedek isteyin.") { Values = Call("POST …/backup") };

    public static Refusal RestoreRuns(string company, string job) =>
        new("restore-runs", 409, "Başka bir geri yükleme sürüyor", $"\"{company}\" firması için başka bir yedek geri yükleniyor (iş: {job}). Bitmesini bekleyin ya da o işi iptal edin, sonra yedeği yeniden yükleyin. Bu yedekten hiçbir kayıt yapılmadı.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["job"] = job },
        };

    public static Refusal CompanyRestoring(string company, string job) =>
        new("restore-runs", 409, "Firma geri yükleniyor", $"\"{company}\" firması şu anda bir yedekten geri yükleniyor (iş: {job}); hiçbir kayıt yapılmadı. Bitmesini bekleyip firmaya bakın. Firmayı yedeksiz, yeniden açacaksanız önce o işi iptal edin, sonra isteği yineleyin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["job"] = job },
        };

    public static Refusal CompanyExists(string company) =>
        new("company-exists", 409, "Firma zaten var", $"\"{company}\" firması burada kayıtlı; yedek yalnızca firmanın bulunmadığı bir depoya geri yüklenir. Hiçbir kayıt yapılmadı.");

    public static Refusal OtherCompanysBackup(string found, string asked) =>
        new("other-company", 422, "Yedek başka bir firmanın", $"Yüklenen yedek \"{found}\" firmasının; \"{asked}\" adıyla geri yüklenemez. Yedeği kendi firma kimliğiyle geri yükleyin. Hiçbir kayıt yapılmadı.");

    public static Refusal BrokenBackup() =>
        new("unreadable", 422, "Yedek okunamadı", "Dosya bir EDefter yedeği değil, bozuk ya da eksik yüklenmiş: içindekiler kendi listesiyle uyuşmuyor. Yedeği yeniden yükleyin. Firma oluşturulmadı.");

    public static Refusal JobFailed(string job, int attempts) =>
        new("job-failed", 500, "İş tamamlanamadı", $"İş {attempts} denemede tamamlanamadı. Hiçbir şey yarım kalmadı; isteği yineleyin. Sorun sürerse iş kimliğiyle ({job}) destek isteyin.")
        {
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["job"] = job, ["attempts"] = attempts },
        };

    public static Refusal JobCancelled(string job) =>
        new("job-cancelled", 409, "İş iptal edildi", $"İş ({job}) istek üzerine durduruldu; yarım kalan bir kayıt yok. Gerekirse isteği yineleyin.");

    public static Refusal TooManyJobs(int open) =>
        new("too-many-jobs", 429, "Bekleyen iş çok", $"Firmanın bitmemiş {TurkishText.Count(open)} işi var; yeni iş alınmadı. İşlerden biri bitince isteği yineleyin ya da gerekmeyenleri iptal edin.")
        {
            RetryAfter = 30,
            Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["count"] = open },
        };

    public static Refusal TooBusy() =>
        new("too-busy", 429, "Sunucu yoğun", "Şu anda çok sayıda büyük gönderi işleniyor; bu gönderiden hiçbir kayıt yapılmadı. Birkaç saniye sonra aynı gönderiyi yineleyin.") { RetryAfter = 5 };

    public static Refusal StorageAway() =>
        new("storage-away", 503, "Depolamaya ulaşılamıyor", "Depolama hizmeti şu anda yanıt vermiyor. Daha önce kaydedilenler yerindedir; isteği biraz sonra yineleyin, aynı kayıt iki kez yapılmaz.") { RetryAfter = 30 };

    public static Refusal FiscalYearOverlaps(FiscalYear year) =>
        new("fiscal-year-overlaps", 422, "Hesap dönemi çakışıyor", $"Verilen hesap dönemi, kayıtlı {TurkishText.Date(year.Start)}–{TurkishText.Date(year.End)} dönemiyle çakışıyor. Fiş alınmış bir hesap dönemi değiştirilemez; yeni dönemi bitişinden sonra başlatın.") { Values = Member(FiscalYearMember) };

    /// <summary>A refusal in the words of a number-phase rule.</summary>
    public static Refusal Of(string rule, string type, int status, Period period, params ReadOnlySpan<(string Place, string Value)> places)
    {
        var info = RuleBook.Standard.Info(rule);
        var filled = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, value) in places)
            filled[place] = value;
        var values = new Dictionary<string, object>(StringComparer.Ordinal) { ["rule"] = rule, ["period"] = period.ToString() };
        foreach (var (place, value) in places)
            values[place] = value;
        return new Refusal(type, status, MessageTemplate.Fill(info.Message, filled), MessageTemplate.Fill(info.Remedy, filled)) { Values = values };
    }

    /// <summary>The same refusal with the number for programs beside the one for people.</summary>
    public static Refusal WithCount(this Refusal refusal, long count) =>
        refusal with { Values = new Dictionary<string, object>(refusal.Values, StringComparer.Ordinal) { ["count"] = count } };

    private static Dictionary<string, object> Of(IReadOnlyList<ProfileFault> faults) =>
        new(StringComparer.Ordinal) { ["count"] = faults.Count, ["faults"] = faults.Take(100).ToList() };

    private static Dictionary<string, object> Of(Period period) => new(StringComparer.Ordinal) { ["period"] = period.ToString() };

    private static Dictionary<string, object> Of(Period period, string call) => new(StringComparer.Ordinal) { ["period"] = period.ToString(), ["call"] = call };

    // Where it is for programs and forms; people read it in the sentence.
    private static Dictionary<string, object> Member(string member) => new(StringComparer.Ordinal) { ["member"] = member };

    // The way out for programs; people read it in the sentence.
    private static Dictionary<string, object> Call(string call) => new(StringComparer.Ordinal) { ["call"] = call };
}
