namespace EDefter.Core.Formats.Reports;

/// <summary>What was checked, when and by which rules: the first lines of the sheet of totals. Texts are shown as they are.</summary>
/// <param name="Company">Title or name.</param>
/// <param name="Branch">Code, and name where there is one.</param>
/// <param name="Range">"Ocak 2025" or "01.01.2025 – 15.01.2025".</param>
/// <param name="CheckedAt">When, as a Turkish reader expects it.</param>
/// <param name="RulePack">Version of the rules.</param>
public sealed record ReportHeading(string Company, string Branch, string Range, string CheckedAt, string RulePack);
