using EDefter.Benchmarks;

// Every measurement of the README by its name: dotnet run -c Release --project EDefter.Benchmarks -- workbook
var measurements = new SortedDictionary<string, Action<string[]>>(StringComparer.Ordinal)
{
    ["archive"] = ArchiveMeasurement.Run,
    ["check-xml"] = CheckXmlMeasurement.Run,
    ["csv"] = CsvMeasurement.Run,
    ["gib"] = GibMeasurement.Run,
    ["month"] = MonthMeasurement.Run,
    ["pdf"] = PdfMeasurement.Run,
    ["rules"] = RulesMeasurement.Run,
    ["workbook"] = WorkbookMeasurement.Run,
};
if (args.Length > 0 && measurements.TryGetValue(args[0], out var measure))
{
    measure(args[1..]);
    return 0;
}

Console.Error.WriteLine("Measurements: " + string.Join(", ", measurements.Keys));
return 2;
