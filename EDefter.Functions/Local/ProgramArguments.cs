namespace EDefter.Functions.Local;

/// <summary>The program's own words on the command line; <c>--port</c> and <c>--function-assembly</c> are the local worker's.</summary>
/// <param name="Sample">Runs the sample month.</param>
/// <param name="Exit">Ends after the sample instead of staying up.</param>
/// <param name="Help">Only tells how the program is used.</param>
/// <param name="Output">The folder for the sample's archives, from the current folder.</param>
/// <param name="Unknown">The first word that means nothing; null when there is none.</param>
internal sealed record ProgramArguments(bool Sample, bool Exit, bool Help, string Output, string? Unknown)
{
    public const string Usage =
        """
        dotnet run --project EDefter.Functions [-- SÖZCÜKLER]

          sample         örnek ayı baştan sona yürütür / runs the sample month
          --exit         örnekten sonra kapanır / ends after the sample
          --out KLASÖR   örneğin arşivleri için klasör (out) / folder for the sample's archives
          --port NUMARA  7071 yerine başka bir port; 0 = boş bir port / another port than 7071; 0 = any free one
          --help         bu sayfa / this page
        """;

    public static ProgramArguments Parse(string[] arguments)
    {
        var parsed = new ProgramArguments(Sample: false, Exit: false, Help: false, Output: "out", Unknown: null);
        for (var index = 0; index < arguments.Length; index++)
        {
            parsed = arguments[index] switch
            {
                "sample" => parsed with { Sample = true },
                "--exit" => parsed with { Exit = true },
                "--help" or "-h" => parsed with { Help = true },
                "--out" when index + 1 < arguments.Length => parsed with { Output = arguments[++index] },
                "--port" or "--function-assembly" when ++index < arguments.Length => parsed,
                var word when word.StartsWith("--port=", StringComparison.Ordinal) || word.StartsWith("--function-assembly=", StringComparison.Ordinal) => parsed,
                var word => parsed with { Unknown = parsed.Unknown ?? word },
            };
        }

        return parsed;
    }
}
