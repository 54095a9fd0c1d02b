using System.Collections.Immutable;
using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting.Internals;

/// <summary>The rules of one shop as a source states them: a document, or options made by the host.</summary>
internal sealed class ShopDocument : IEquatable<ShopDocument>
{
    private readonly byte[]? utf8Json;
    private readonly ShopOptions? options;
    private readonly Func<Mistake, Mistake> placed = static mistake => mistake;
    private readonly ImmutableArray<Mistake> failure = [];

    /// <summary>A document; the places of its mistakes are told in the source's words.</summary>
    internal ShopDocument(string shop, byte[] utf8Json, Func<Mistake, Mistake> placed)
    {
        Shop = shop;
        this.utf8Json = utf8Json;
        this.placed = placed;
    }

    internal ShopDocument(string shop, ShopOptions options)
    {
        Shop = shop;
        this.options = options;
    }

    /// <summary>Rules that cannot even be looked at.</summary>
    internal ShopDocument(string shop, Mistake failure)
    {
        Shop = shop;
        this.failure = [failure];
    }

    internal string Shop { get; }

    /// <summary>The rules of it, or all that is wrong with it.</summary>
    internal ShopRules? ToRules(ShopReadingOptions reading, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = failure;
        ShopOptions? read = options;
        ShopRules? rules = null;
        if (utf8Json is not null && !ShopOptionsJson.TryRead(reading.Zones, reading.Facts, utf8Json, out read, out mistakes))
        {
            mistakes = [.. mistakes.Select(placed)];
        }

        if (read is not null && mistakes.IsEmpty)
        {
            ShopRules.TryCreate(read, out rules, out mistakes);
        }

        if (string.IsNullOrWhiteSpace(Shop))
        {
            mistakes = [new Mistake("name", RulesReasons.NameEmpty.With()), .. mistakes];
        }

        return mistakes.IsEmpty ? rules : null;
    }

    public bool Equals(ShopDocument? other) => other is not null
        && string.Equals(Shop, other.Shop, StringComparison.Ordinal)
        && utf8Json.AsSpan().SequenceEqual(other.utf8Json)
        && Equals(options, other.options)
        && failure.SequenceEqual(other.failure);

    public override bool Equals(object? obj) => Equals(obj as ShopDocument);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Shop);
}
