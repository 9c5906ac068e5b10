using System.Runtime.InteropServices;

namespace EDefter.Core.Rules.Trails;

/// <summary>One slip that would explain the whole difference of a voucher.</summary>
/// <param name="Likelihood">Small numbers first.</param>
/// <param name="Line">1-based line it is about.</param>
/// <param name="Sentence">Turkish, with the figures.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Slip(SlipKind Likelihood, int Line, string Sentence);
