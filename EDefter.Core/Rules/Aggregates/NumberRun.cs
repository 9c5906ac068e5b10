using System.Runtime.InteropServices;

namespace EDefter.Core.Rules.Aggregates;

/// <summary>Numbers that follow one another without a gap.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct NumberRun(long First, long Last)
{
    public long Count => Last - First + 1;
}
