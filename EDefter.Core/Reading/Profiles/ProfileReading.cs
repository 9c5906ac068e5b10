using System.Diagnostics.CodeAnalysis;

namespace EDefter.Core.Reading.Profiles;

/// <summary>A profile, or everything that is wrong with its file.</summary>
public sealed record ProfileReading<T>
    where T : class
{
    // Invariant: Profile is null exactly when there are faults.
    public T? Profile { get; init; }

    public required IReadOnlyList<ProfileFault> Faults { get; init; }

    [MemberNotNullWhen(true, nameof(Profile))]
    public bool IsReadable => Profile is not null;
}
