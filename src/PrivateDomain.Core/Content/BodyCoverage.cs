using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Content;

/// <summary>Somebody measured, and whether they show content (体型成员).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</remarks>
public sealed record BodyMember
{
    /// <summary>Who.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The measurement above the line, such as the height; null is unknown.</summary>
    public decimal? Numerator { get; init; }

    /// <summary>The measurement below the line, such as the weight; null is unknown.</summary>
    public decimal? Denominator { get; init; }

    /// <summary>Whether they show content: wear the goods for others to see (出镜).</summary>
    public bool ShowsContent { get; init; }
}

/// <summary>Who is in a body group and who shows content for it (体型组覆盖).</summary>
/// <remarks>Immutable, so safe on several threads. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BodyGroupCoverage
{
    internal BodyGroupCoverage(BodyGroup group, IEnumerable<BodyMember> members)
    {
        Group = group;
        Members = [.. members.Select(static m => m.Customer).Order()];
        Showing = [.. members.Where(static m => m.ShowsContent).Select(static m => m.Customer).Order()];
    }

    /// <summary>The group.</summary>
    public BodyGroup Group { get; }

    /// <summary>Everybody in it, ordinal.</summary>
    public ImmutableArray<CustomerId> Members { get; }

    /// <summary>Who of them shows content, ordinal.</summary>
    public ImmutableArray<CustomerId> Showing { get; }
}

/// <summary>Which body groups have somebody who shows content (体型覆盖情况).</summary>
/// <remarks>Immutable, so safe on several threads. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class BodyCoverage
{
    private BodyCoverage(ImmutableArray<BodyGroupCoverage> groups, int withoutGroup)
    {
        Groups = groups;
        WithoutGroup = withoutGroup;
    }

    /// <summary>Every group, ascending by ratio, empty ones included.</summary>
    public ImmutableArray<BodyGroupCoverage> Groups { get; }

    /// <summary>How many are in no group, most often because their measurements are unknown.</summary>
    public int WithoutGroup { get; }

    /// <summary>The groups that have members and nobody who shows content: where ambassadors are missing.</summary>
    public ImmutableArray<BodyGroup> Uncovered =>
        [.. Groups.Where(static g => g.Showing.IsEmpty && !g.Members.IsEmpty).Select(static g => g.Group)];

    /// <summary>How many there are in each group, and which groups nobody shows content for.</summary>
    /// <param name="policy">The groups.</param>
    /// <param name="members">Each customer once.</param>
    /// <exception cref="ArgumentNullException">There is no policy or no members, or a member is null.</exception>
    /// <exception cref="ArgumentException">A customer is there twice, or is the default value.</exception>
    public static BodyCoverage Measure(BodyGroupPolicy policy, IEnumerable<BodyMember> members)
    {
        Guard.Against.Null(policy);
        var seen = new HashSet<CustomerId>();
        var placed = new List<(BodyGroup Group, BodyMember Member)>();
        int withoutGroup = 0;
        foreach (BodyMember member in Guard.Against.Null(members))
        {
            Guard.Against.NullOrWhiteSpace(Guard.Against.Null(member, nameof(members)).Customer.Text, nameof(members));
            if (!seen.Add(member.Customer))
            {
                throw new ArgumentException("Each customer is counted once, but one is there twice.", nameof(members));
            }

            if (policy.Select(member.Numerator, member.Denominator).TryGet(out BodyGroup? group))
            {
                placed.Add((group, member));
            }
            else
            {
                withoutGroup++;
            }
        }

        ILookup<string, BodyMember> byGroup = placed.ToLookup(static p => p.Group.Name, static p => p.Member, StringComparer.Ordinal);
        return new BodyCoverage(
            [.. policy.Options.Groups.Select(group => new BodyGroupCoverage(group, byGroup[group.Name]))], withoutGroup);
    }
}
