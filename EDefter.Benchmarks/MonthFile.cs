namespace EDefter.Benchmarks;

/// <summary>The hotel's month in a temporary file, as its ERP would send it.</summary>
internal sealed class MonthFile : IDisposable
{
    private MonthFile(string path, long lines)
    {
        Path = path;
        Lines = lines;
    }

    public string Path { get; }

    public long Lines { get; }

    public static MonthFile Make(long lines)
    {
        var path = System.IO.Path.GetTempFileName();
        using var file = File.Create(path);
        return new MonthFile(path, HotelMonth.Write(file, HotelMonth.Vouchers(lines)));
    }

    public void Dispose() => File.Delete(Path);
}
