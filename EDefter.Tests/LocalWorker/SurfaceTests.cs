using EDefter.LocalWorker.Hosting;
using Xunit;

namespace EDefter.Tests.LocalWorker;

/// <summary>
/// The stand-in promises nothing that the real worker does not keep. <c>RealWorker.txt</c> lists real signatures, read by reflection from the
/// published packages of the versions in Directory.Packages.props; <c>LocalWorker.txt</c> is what the stand-in shows.
/// </summary>
public sealed class SurfaceTests
{
    private static readonly SortedDictionary<string, SortedSet<string>> Actual = PublicSurface.Of(typeof(LocalWorkerOptions).Assembly);

    [Fact]
    public void The_surface_is_the_listed_one() => Assert.Equal(Resource("LocalWorker.txt").ReplaceLineEndings("\n"), PublicSurface.Write(Actual));

    [Fact]
    public void Every_type_and_member_with_a_real_name_exists_in_the_real_worker()
    {
        var real = PublicSurface.Read(Resource("RealWorker.txt"));
        Assert.Empty(Beyond(Actual, real));
    }

    [Fact]
    public void A_member_too_many_is_noticed()
    {
        var real = PublicSurface.Read(Resource("RealWorker.txt"));
        Assert.Single(Beyond(PublicSurface.Read("class Microsoft.Azure.Functions.Worker.ScheduleStatus : object\n   System.DateTime Lost { get; set; }\n   System.DateTime Last { get; set; }"), real));
        Assert.Single(Beyond(PublicSurface.Read("sealed class Microsoft.Azure.Functions.Worker.ScheduleStatus : object\n   .ctor()"), real));
    }

    private static List<string> Beyond(SortedDictionary<string, SortedSet<string>> actual, SortedDictionary<string, SortedSet<string>> real)
    {
        var beyond = new List<string>();
        foreach (var (type, members) in actual.Where(block => HasRealName(block.Key)))
        {
            if (real.TryGetValue(type, out var known))
                beyond.AddRange(members.Except(known).Select(member => $"{type}: {member}"));
            else
                beyond.Add(type);
        }

        return beyond;
    }

    private static bool HasRealName(string declaration) => declaration.Split(" : ")[0].Split(' ')[^1].StartsWith("Microsoft.", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using var stream = typeof(SurfaceTests).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
