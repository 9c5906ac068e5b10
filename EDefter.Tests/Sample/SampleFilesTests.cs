using EDefter.Functions.Sample;
using Xunit;

namespace EDefter.Tests.Sample;

/// <summary>What is checked in under samples/ is what the generator makes. To write it anew, run this class with <c>-explicit only</c>.</summary>
public sealed class SampleFilesTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot(), "samples", SampleCompany.Company.Id);

    [Fact]
    public void The_checked_in_files_are_what_the_generator_makes()
    {
        var made = SampleFiles.All();
        Assert.Equal(made.Select(file => file.Name).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal));
        foreach (var (name, bytes) in made)
            Assert.True(bytes.AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(Folder, name))), name + " differs from the generator.");
    }

    [Fact(Explicit = true)]
    public void Write_the_sample_files_anew()
    {
        Directory.CreateDirectory(Folder);
        foreach (var (name, bytes) in SampleFiles.All())
            File.WriteAllBytes(Path.Combine(Folder, name), bytes);
    }

    private static string RepositoryRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "EDefter.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder;
    }
}
