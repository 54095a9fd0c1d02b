namespace PrivateDomain.Peers.Benchmarks;

/// <summary>Competitors are compared only where they answer alike.</summary>
internal static class Disagreement
{
    /// <summary>Throws where two lists of answers differ, with the first that does.</summary>
    internal static void Check<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> found)
        where T : IEquatable<T>
    {
        int same = expected.CommonPrefixLength(found);
        if (same < Math.Max(expected.Length, found.Length))
        {
            string wanted = same < expected.Length ? $"{expected[same]}" : "nothing";
            throw new InvalidOperationException(
                $"The competitors disagree at {same}: {wanted} was expected, {(same < found.Length ? $"{found[same]}" : "nothing")} came.");
        }
    }
}
