namespace EDefter.Functions.Local;

/// <summary>The two keys that the sample's people use.</summary>
internal sealed record SampleKeys(string Erp, string Accountant);
