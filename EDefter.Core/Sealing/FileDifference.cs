namespace EDefter.Core.Sealing;

/// <summary>What is said of a file as a whole.</summary>
internal static class FileDifference
{
    public static ArchiveDifference Changed(ManifestFile file, string? found) => new()
    {
        File = file.Name,
        Kind = DifferenceKind.Changed,
        Expected = file.Content,
        Found = found,
        Message = $"{file.Name} dosyasının içeriği mühürlenenden farklı. Dosyayı açmadan yeniden indirin.",
    };

    public static ArchiveDifference Renamed(ManifestFile file, string found, bool isSame = true) => new()
    {
        File = file.Name,
        Kind = DifferenceKind.Renamed,
        Expected = file.Name,
        Found = found,
        Message = $"Dosyanın adı değişmiş: {file.Name} olmalı, {found} bulundu. İçeriği {(isSame ? "aynı" : "da farklı")}.",
    };

    public static ArchiveDifference Missing(ManifestFile file) => new() { File = file.Name, Kind = DifferenceKind.Missing, Expected = file.Name, Message = $"{file.Name} dosyası ZIP’in içinde yok." };

    public static ArchiveDifference Extra(string name) => new() { File = name, Kind = DifferenceKind.Extra, Found = name, Message = $"ZIP’in içinde mühürlenmemiş bir dosya var: {name}." };

    public static ArchiveDifference Unreadable(ManifestFile file) => new() { File = file.Name, Kind = DifferenceKind.Unreadable, Expected = file.Content, Message = $"{file.Name} dosyası bozuk ya da açılamayacak kadar büyük." };
}
