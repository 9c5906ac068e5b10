using EDefter.Benchmarks;
using EDefter.Benchmarks.Whole;

// Every measurement of the README by its name, and all of its table with "all": dotnet run -c Release --project EDefter.Benchmarks -- all
var measurements = new SortedDictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["all"] = WholeRun.Run,
    ["archive"] = ArchiveMeasurement.Run,
    ["beside"] = BesideMeasurement.Run,
    ["books"] = BooksMeasurement.Run,
    ["chunks"] = ChunksMeasurement.Run,
    ["csv"] = CsvMeasurement.Run,
    ["fan-out"] = FanOutMeasurement.Run,
    ["floor"] = FloorMeasurement.Run,
    ["gathering"] = GatheringMeasurement.Run,
    ["large"] = LargeCheckMeasurement.Run,
    ["check-xml"] = CheckXmlMeasurement.Run,
    ["gib"] = GibMeasurement.Run,
    ["month"] = MonthMeasurement.Run,
    ["pdf"] = PdfMeasurement.Run,
    ["rules"] = RulesMeasurement.Run,
    ["small"] = SmallMonthMeasurement.Run,
    ["soak"] = SoakRun.Run,
    ["step"] = ChildStep.Answer,
    ["verify"] = VerifyMeasurement.Run,
    ["workbook"] = WorkbookMeasurement.Run,
};
if (args.Length > 0 && measurements.TryGetValue(args[0], out var measure))
{
    measure(args[1..]);
    return 0;
}

Console.Error.WriteLine("Measurements: " + string.Join(", ", measurements.Keys));
return 2;
