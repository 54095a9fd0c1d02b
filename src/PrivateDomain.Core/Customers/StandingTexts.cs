using System.Collections.Immutable;

namespace PrivateDomain.Core.Customers;

/// <summary>The texts told, as a set.</summary>
internal sealed class StandingTexts : ITextMarks
{
    private readonly ImmutableSortedSet<string>.Builder set = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);

    public void Mark(string text, bool isIn)
    {
        if (isIn)
        {
            set.Add(text);
        }
        else
        {
            set.Remove(text);
        }
    }

    internal ImmutableSortedSet<string> ToImmutable() => set.ToImmutable();
}
