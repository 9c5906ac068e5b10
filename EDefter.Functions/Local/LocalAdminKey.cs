namespace EDefter.Functions.Local;

/// <summary>The admin's key on a developer's machine: configured, or made once and kept beside the emulator's data.</summary>
/// <param name="Key">The key.</param>
/// <param name="Announcement">What the console says about it.</param>
internal sealed record LocalAdminKey(string Key, string Announcement)
{
    public static LocalAdminKey Find(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new LocalAdminKey(configured, "Yönetici anahtarı: EDEFTER_ADMIN_KEY ortam değişkeninden.");
        var (key, isNew) = LocalSecret.Find("admin.key");
        return new LocalAdminKey(key, isNew ? $"Yönetici anahtarı yapıldı (X-Api-Key): {key}" : $"Yönetici anahtarı (X-Api-Key): {key}");
    }
}
