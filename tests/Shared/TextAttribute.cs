using Xunit.v3;

namespace PrivateDomain.Testing;

/// <summary>
/// Marks tests of what people or programs read: sentences, parsing, formatting, JSON, texts of the docs. They run again under other
/// cultures,
/// without ICU and in odd time zones.
/// </summary>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class)]
internal sealed class TextAttribute : Attribute, ITraitAttribute
{
    internal static readonly KeyValuePair<string, string> Trait = new("kind", "text");

    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [Trait];
}
