using System.Globalization;
using System.Text;

namespace EDefter.Benchmarks.Whole;

/// <summary>
/// CPU seconds against lines, both axes logarithmic: work that grows with the lines and nothing else is a straight line that rises as steeply as the paper's diagonals.
/// Plain SVG; its colours follow the reader's light or dark page.
/// </summary>
internal static class GrowthChart
{
    private const int Width = 720;
    private const int Height = 420;
    private const int Left = 70;
    private const int Right = 190;
    private const int Top = 40;
    private const int Bottom = 60;

    public static string Draw(IReadOnlyList<GrowthSeries> series)
    {
        var points = series.SelectMany(static one => one.Points).ToList();
        var (x0, x1) = Decades(points.Select(static point => (double)point.Lines));
        var (y0, y1) = Decades(points.Select(static point => point.Seconds));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-labelledby=\"title\" font-family=\"system-ui, sans-serif\" font-size=\"13\">\n");
        svg.Append("<title id=\"title\">CPU seconds of a whole month against its lines</title>\n");
        svg.Append("<style>.ink{fill:#24292f}.axis{stroke:#24292f}.grid{stroke:#d0d7de}.a{stroke:#0969da;fill:#0969da}.b{stroke:#bc4c00;fill:#bc4c00}.ideal{stroke:#8c959f;stroke-dasharray:4 4}polyline,.ideal{fill:none}");
        svg.Append("@media (prefers-color-scheme:dark){.ink{fill:#e6edf3}.axis{stroke:#e6edf3}.grid{stroke:#30363d}.a{stroke:#58a6ff;fill:#58a6ff}.b{stroke:#f0883e;fill:#f0883e}polyline,.ideal{fill:none}}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{Left}\" y=\"22\" font-size=\"15\">CPU seconds of a whole month, checked, numbered and archived</text>\n");
        for (var decade = x0; decade <= x1; decade++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{X(decade):0.#}\" y1=\"{Top}\" x2=\"{X(decade):0.#}\" y2=\"{Height - Bottom}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{X(decade):0.#}\" y=\"{Height - Bottom + 20}\" text-anchor=\"middle\">{GoalRow.Count(Math.Pow(10, decade))}</text>\n");
        }

        for (var decade = y0; decade <= y1; decade++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{Y(decade):0.#}\" x2=\"{Width - Right}\" y2=\"{Y(decade):0.#}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{Left - 8}\" y=\"{Y(decade) + 4:0.#}\" text-anchor=\"end\">{Math.Pow(10, decade):0.##}</text>\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"axis\" fill=\"none\" d=\"M{Left} {Top}V{Height - Bottom}H{Width - Right}\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 14}\" text-anchor=\"middle\">journal lines</text>\n");
        foreach (var (one, style) in series.Zip(["a", "b"]))
            Append(svg, one, style);
        return svg.Append("</svg>\n").ToString();

        double X(double exponent) => Left + ((exponent - x0) / (x1 - x0) * (Width - Left - Right));

        double Y(double exponent) => Height - Bottom - ((exponent - y0) / (y1 - y0) * (Height - Top - Bottom));

        void Append(StringBuilder target, GrowthSeries one, string style)
        {
            var (first, last) = (one.Points[0], one.Points[^1]);
            // What the last size would cost if every line cost what it costs there, drawn back to the first.
            var ideal = last.Seconds * first.Lines / last.Lines;
            target.Append(CultureInfo.InvariantCulture, $"<line class=\"ideal\" x1=\"{X(Math.Log10(first.Lines)):0.#}\" y1=\"{Y(Math.Log10(ideal)):0.#}\" x2=\"{X(Math.Log10(last.Lines)):0.#}\" y2=\"{Y(Math.Log10(last.Seconds)):0.#}\"/>");
            target.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{style}\" stroke-width=\"2\" points=\"{string.Join(' ', one.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(Math.Log10(point.Lines)):0.#},{Y(Math.Log10(point.Seconds)):0.#}")))}\"/>");
            foreach (var (lines, seconds) in one.Points)
            {
                target.Append(CultureInfo.InvariantCulture, $"<circle class=\"{style}\" cx=\"{X(Math.Log10(lines)):0.#}\" cy=\"{Y(Math.Log10(seconds)):0.#}\" r=\"4\"/>");
                target.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{X(Math.Log10(lines)) + 8:0.#}\" y=\"{Y(Math.Log10(seconds)) + 16:0.#}\">{seconds:0.0#} s</text>");
            }

            target.Append(CultureInfo.InvariantCulture, $"<text class=\"ink\" x=\"{X(Math.Log10(last.Lines)) + 10:0.#}\" y=\"{Y(Math.Log10(last.Seconds)) - 8:0.#}\">{one.Name}</text>\n");
        }
    }

    // The powers of ten around the values.
    private static (int From, int To) Decades(IEnumerable<double> values)
    {
        var logs = values.Select(static value => Math.Log10(value)).ToList();
        var from = (int)Math.Floor(logs.Min() + 1e-9);
        return (from, Math.Max(from + 1, (int)Math.Ceiling(logs.Max() - 1e-2)));
    }
}
