using NodaTime;

namespace ShardedSegments;

/// <summary>What a shop knows of a customer; null is not known.</summary>
internal sealed record Customer(
    long Id, int? Orders, decimal? Spend, Instant? LastOrderAt, bool? IsLinked, string? City, string? Tier, string[]? Tags)
{
    /// <summary>The shard that has a customer: a hash of the id, so that neighbours are apart.</summary>
    internal int ShardOf(int shards) => (int)((unchecked((ulong)Id * 11_400_714_819_323_198_485UL) >> 32) % (ulong)shards);

    /// <summary>Invented customers, the same in every run.</summary>
    internal static Customer[] Invented(int customers, CancellationToken stopping)
    {
        var random = new Random(20_260_601);
        return [.. Enumerable.Range(1, customers).Select(id => new Customer(
            id,
            Known() ? random.Next(30) : null,
            Known() ? random.Next(1_000_000) / 100m : null,
            Known() ? Shop.Now - Duration.FromMinutes(random.Next(700 * 24 * 60)) : null,
            Known() ? random.Next(3) > 0 : null,
            Known() ? FormattableString.Invariant($"城市 {random.Next(50)}") : null,
            Known() ? Shop.Tier.Levels[random.Next(Shop.Tier.Levels.Length)].Name : null,
            Known() ? Tags() : null))];

        string[] Tags() =>
        [
            .. Enumerable.Range(0, random.Next(4)).Select(_ => FormattableString.Invariant($"tag {random.Next(20)}"))
                .Distinct(StringComparer.Ordinal),
        ];

        bool Known()
        {
            stopping.ThrowIfCancellationRequested();
            return random.Next(10) > 0;
        }
    }
}
