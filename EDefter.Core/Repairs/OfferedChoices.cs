using EDefter.Core.Rules;

namespace EDefter.Core.Repairs;

/// <summary>What became of the findings that no change of class A or B mends.</summary>
/// <param name="Unanswered">Those that no choice was offered for either.</param>
/// <param name="Choice">Number of the choice that was followed; null when none was.</param>
/// <param name="LeftAfterChoice">What the rules say of the voucher after that choice and what follows from it.</param>
internal sealed record OfferedChoices(IReadOnlyList<Finding> Unanswered, int? Choice, IReadOnlyList<Finding> LeftAfterChoice);
