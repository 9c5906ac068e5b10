using Xunit;

namespace EDefter.Tests.Live;

/// <summary>Test classes that share one running application.</summary>
[CollectionDefinition(Name)]
public sealed class LiveAppGroup : ICollectionFixture<LiveApp>
{
    public const string Name = "live app";
}
