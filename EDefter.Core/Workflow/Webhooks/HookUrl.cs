using System.Net;

namespace EDefter.Core.Workflow.Webhooks;

/// <summary>What may be an address to send to, as far as its text tells; where its name leads is looked at with every connection.</summary>
public static class HookUrl
{
    private const int CharactersMost = 2_000;

    /// <returns>Why not; null for a good one.</returns>
    public static Refusal? WhyNot(string? url, HookNetworks networks)
    {
        if (string.IsNullOrWhiteSpace(url) || url.Length > CharactersMost || url.Any(char.IsControl) || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return Refusals.InvalidWebhook("Bildirim adresi (url) \"https://\" ile başlayan tam bir adres olmalıdır; en çok 2.000 karakter.");
        if (uri.UserInfo.Length > 0)
            return Refusals.InvalidWebhook("Bildirim adresinde (url) kullanıcı adı ve şifre bulunamaz; gönderilenin EDefter’den geldiği imzadan anlaşılır.");
        if (uri.Fragment.Length > 0)
            return Refusals.InvalidWebhook("Bildirim adresinde (url) \"#\" işaretinden sonrası gönderilmez; adresi onsuz yazın.");
        var isHttps = uri.Scheme == "https";
        if (IPAddress.TryParse(uri.IdnHost, out var address))
            return networks.Allow(address, isHttps) ? null : Refusals.InvalidWebhook($"\"{address}\" adresine bildirim gönderilmez. Herkese açık bir sunucunun \"https://\" ile başlayan adresini verin; iç ağdaki bir alıcı için sunucu ayarlarında \"EDEFTER_WEBHOOK_PRIVATE\" değerine bu adresi yazın.");
        return isHttps ? null : Refusals.InvalidWebhook("Bildirimler yalnız şifreli bağlantıyla gönderilir: adres (url) \"https://\" ile başlamalıdır.");
    }
}
