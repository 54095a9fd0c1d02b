using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>Equality of lists by what is in them: an <see cref="ImmutableArray{T}"/> alone is equal only to itself.</summary>
internal static class Contents
{
    /// <summary>Whether both lists hold equal elements in the same order; a default list is equal to a default one only.</summary>
    internal static bool Equal<T>(ImmutableArray<T> left, ImmutableArray<T> right) =>
        left.IsDefault == right.IsDefault && left.AsSpan().SequenceEqual(right.AsSpan(), EqualityComparer<T>.Default);

    /// <summary>A hash code that equal lists share.</summary>
    internal static int Hash<T>(ImmutableArray<T> list)
    {
        var hash = default(HashCode);
        foreach (T element in list.AsSpan())
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }
}
