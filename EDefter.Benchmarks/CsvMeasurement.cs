namespace EDefter.Benchmarks;

/// <summary>1 000 000 lines as the delimited file of an integrator, sealed: <c>csv [lines] [profile]</c>.</summary>
internal static class CsvMeasurement
{
    public static void Run(string[] arguments) =>
        ArchiveMeasurement.Run([arguments.Length > 0 ? arguments[0] : "1000000", arguments.Length > 1 ? arguments[1] : "izibiz"]);
}
