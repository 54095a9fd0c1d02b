using System.Collections.Immutable;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>What a source says at one moment: the documents of its shops, or why it says nothing at all.</summary>
internal sealed class SourceReading : IEquatable<SourceReading>
{
    private const int TriesMax = 8;

    internal SourceReading(ImmutableArray<ShopDocument> documents) => Documents = documents;

    internal SourceReading(Mistake failure) => Failure = failure;

    internal ImmutableArray<ShopDocument> Documents { get; } = [];

    /// <summary>Why no shop can be told of; null where the documents are all there is.</summary>
    internal Mistake? Failure { get; }

    /// <summary>What a source says when it says the same twice. One that is replaced while it is read can give half of the old and half of
    /// the new, but not twice the same half.</summary>
    internal static SourceReading Settled(IShopSource source)
    {
        SourceReading last = Read(source);
        for (int i = 0; i < TriesMax; i++)
        {
            SourceReading next = Read(source);
            if (next.Equals(last))
            {
                return next;
            }

            last = next;
        }

        return new SourceReading(new Mistake(source.Place, HostingReasons.SourceChanging.With()));
    }

    private static SourceReading Read(IShopSource source)
    {
        try
        {
            return source.Read();
        }
#pragma warning disable CA1031 // the provider is the host's: whatever it throws, the shops keep their rules and the mistake is told
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new SourceReading(new Mistake(source.Place, HostingReasons.SourceFailed.With(exception.Message)));
        }
    }

    public bool Equals(SourceReading? other) =>
        other is not null && Failure == other.Failure && Documents.SequenceEqual(other.Documents);

    public override bool Equals(object? obj) => Equals(obj as SourceReading);

    public override int GetHashCode() => Documents.Length;
}
