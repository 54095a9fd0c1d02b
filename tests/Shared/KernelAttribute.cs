using Xunit.v3;

namespace PrivateDomain.Testing;

/// <summary>Marks tests that reach code written for vectors. They run again with narrower vectors and with none.</summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
internal sealed class KernelAttribute : Attribute, ITraitAttribute
{
    internal static readonly KeyValuePair<string, string> Trait = new("kind", "kernel");

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [Trait];
}
