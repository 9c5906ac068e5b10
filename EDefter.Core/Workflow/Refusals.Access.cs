using EDefter.Core.Text;

namespace EDefter.Core.Workflow;

/// <summary>Refusals of the gate and of the keys' desk.</summary>
public static partial class Refusals
{
    /// <summary>The one refusal that may have been a guess: nothing of what was shown is known to be true.</summary>
    public const string UnauthenticatedType = "unauthenticated";

    private const string RotateCall = "POST /api/companies/{co}/keys/{id}/rotate";

    public static Refusal Unauthenticated() =>
        new(UnauthenticatedType, 401, "Anahtar tanınmadı", "Tanınan bir anahtar ya da açık bir oturum yok. Anahtarı baştan sona doğru yazdığınızı kontrol edin; iptal edilmiş de olabilir, o zaman yöneticinizden yenisini isteyin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["headers"] = new[] { "X-Api-Key", "Authorization" } } };

    public static Refusal KeyExpired(DateOnly last) =>
        new("key-expired", 401, "Anahtarın süresi doldu", $"Anahtarınızın süresi {TurkishText.Date(last)} günü doldu. Yöneticinizden anahtarı yenilemesini isteyin; kayıtlarınız yerindedir.") { Values = Call(RotateCall) };

    public static Refusal KeyReplaced(DateOnly day, string time) =>
        new("key-expired", 401, "Anahtarın süresi doldu", $"Anahtarınız yenilenmiş ve eskisinin süresi {TurkishText.Date(day)} günü saat \"{time}\" itibarıyla dolmuş. Yerine verilen anahtarı yöneticinizden alıp kullanın.") { Values = Call(RotateCall) };

    public static Refusal SignInExpired() =>
        new("sign-in-expired", 401, "Oturumun süresi doldu", "Oturumunuzun süresi dolmuş. Yeniden giriş yapın; kayıtlarınız yerindedir.");

    public static Refusal SignInAway() =>
        new("sign-in-away", 503, "Oturum doğrulanamıyor", "Kurumunuzun giriş hizmetine şu anda ulaşılamıyor; oturumunuz doğrulanamadı. Biraz sonra yeniden deneyin ya da bir anahtarla girin.") { RetryAfter = 30 };

    public static Refusal NoRole() =>
        new("no-role", 403, "Yetki verilmemiş", "Oturumunuz tanındı, ancak kurumunuzun dizininde size EDefter için bir yetki verilmemiş. Yöneticinizden firmanız için yetki isteyin.");

    public static Refusal NotAllowed(string role) =>
        new("not-allowed", 403, "Yetki yok", $"\"{role}\" rolü bu işlemi yapamaz. Gerekli role sahip bir anahtarla ya da oturumla deneyin.");

    public static Refusal NotYours(string company) =>
        new("not-yours", 403, "Bu firma size ait değil", $"Anahtarınız ya da oturumunuz \"{company}\" firması için yetkili değil. Firma kimliğini ve anahtarı kontrol edin.");

    public static Refusal TooManyRequests(int perMinute, int retryAfter) =>
        new("too-many-requests", 429, "İstek sınırı aşıldı", $"Bir anahtarla ya da oturumla dakikada ortalama {TurkishText.Count(perMinute)} istek yapılabilir; bu istek işlenmedi. Biraz bekleyip yineleyin; çok sayıda fişi tek gönderide toplayın.") { RetryAfter = retryAfter };

    public static Refusal TooManyGuesses(int retryAfter) =>
        new("too-many-guesses", 429, "Çok sayıda yanlış anahtar", "Bulunduğunuz ağdan art arda tanınmayan anahtarlarla istek geldi; bu istek işlenmedi. Anahtarınızı kontrol edin ve biraz bekleyip yeniden deneyin.") { RetryAfter = retryAfter };

    public static Refusal UnknownKey(string key) => new("unknown-key", 404, "Anahtar bulunamadı", $"\"{key}\" kimliğiyle bir anahtar yok.");

    public static Refusal KeyRevoked(string key) =>
        new("key-revoked", 409, "Anahtar iptal edilmiş", $"\"{key}\" kimlikli anahtar iptal edilmiş; yenilenemez. Yeni bir anahtar verin.") { Values = Call("POST /api/companies/{co}/keys") };

    public static Refusal KeyAlreadyReplaced(string key, string successor) =>
        new("key-replaced", 409, "Anahtar zaten yenilenmiş", $"\"{key}\" kimlikli anahtar daha önce yenilenmiş. Yerine verilen \"{successor}\" kimlikli anahtarı kullanın; o da kaybolduysa onu yenileyin.") { Values = new Dictionary<string, object>(StringComparer.Ordinal) { ["replacedBy"] = successor, ["call"] = RotateCall } };
}
