using System.Collections.Immutable;

namespace PrivateDomain.Core.Content;

/// <summary>The groups of people built alike, by a body ratio (体型分组表), D16: content is shown by people built like the reader.</summary>
/// <remarks>
/// <para>The bands follow each other without gap or overlap; the first and the last may be without limit.</para>
/// <para>Two tables are equal only when they are the same object.</para>
/// </remarks>
public sealed class FitGroups
{
    private FitGroups(Bilingual ratio, ImmutableArray<FitGroup> groups)
    {
        Ratio = ratio;
        Groups = groups;
    }

    /// <summary>Centimetres of height for each kilogram of weight. [B] names the ratio and no bands, D16: the bands and their names are a
    /// choice of this library.</summary>
    public static FitGroups HeightToWeight { get; } = Create(
        new Bilingual("height (cm) ÷ weight (kg)", "身高（厘米）÷ 体重（公斤）"),
        [
            FitGroup.Create("full", new Bilingual("Full", "丰满"), null, 2.4m),
            FitGroup.Create("soft", new Bilingual("Soft", "微胖"), 2.4m, 2.8m),
            FitGroup.Create("regular", new Bilingual("Regular", "标准"), 2.8m, 3.2m),
            FitGroup.Create("slim", new Bilingual("Slim", "纤细"), 3.2m, null),
        ]);

    /// <summary>What the ratio is of.</summary>
    public Bilingual Ratio { get; }

    /// <summary>The groups, ascending.</summary>
    public ImmutableArray<FitGroup> Groups { get; }

    /// <summary>Puts groups together.</summary>
    /// <param name="ratio">What the ratio is of.</param>
    /// <param name="groups">One or more, ascending, each beginning where the one before ends.</param>
    /// <exception cref="InvalidPolicyException">There is none, a name is used twice, a band is empty, or bands leave a gap or overlap; all
    /// of it is named.</exception>
    public static FitGroups Create(Bilingual ratio, IEnumerable<FitGroup> groups)
    {
        ImmutableArray<FitGroup> all = [.. Guard.Against.Null(groups)];
        var check = new PolicyCheck();
        check.Needs(!all.IsEmpty, nameof(groups), FitGroupReasons.NoBands, 0, 1);
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < all.Length; i++)
        {
            (decimal? from, decimal? below) = (all[i].From, all[i].Below);
            decimal? before = i == 0 ? from : all[i - 1].Below;
            bool isNext = i == 0 || (before is not null && from == before);
            check.Needs(names.Add(all[i].Name), $"groups[{i}].name", FitGroupReasons.NamedTwice, all[i].Name)
                .Needs(!(below <= from), $"groups[{i}]", FitGroupReasons.EmptyBand, Shown(below), Shown(from))
                .Needs(isNext, $"groups[{i}].from", FitGroupReasons.NotContiguous, Shown(from), Shown(before));
        }

        check.ThrowIfAny("fit groups");
        return new FitGroups(ratio, all);
    }

    /// <summary>The group of somebody measured.</summary>
    /// <param name="numerator">The measurement above the line, such as the height; null is unknown.</param>
    /// <param name="denominator">The measurement below the line, such as the weight; null is unknown.</param>
    /// <returns>The group; no value when a measurement is unknown or not above 0, or the ratio is in no band.</returns>
    public Answer<FitGroup> GroupOf(decimal? numerator, decimal? denominator) => (numerator, denominator) switch
    {
        ( <= 0m, _) => Answer<FitGroup>.Refused(FitGroupReasons.MeasurementNotPositive.With(numerator.Value, 0)),
        (_, <= 0m) => Answer<FitGroup>.Refused(FitGroupReasons.MeasurementNotPositive.With(denominator.Value, 0)),
        ({ } above, { } below) => GroupOf(Core.Ratio.Of(above, below)),
        _ => GroupOf(Core.Ratio.Unknown),
    };

    /// <summary>The group of a ratio the host has worked out, such as weight ÷ height².</summary>
    /// <param name="ratio">The ratio.</param>
    /// <returns>The group; no value when the ratio is unknown or in no band.</returns>
    public Answer<FitGroup> GroupOf(Ratio ratio) =>
        !ratio.IsKnown ? Answer<FitGroup>.Refused(FitGroupReasons.MeasurementUnknown.With())
        : Groups.FirstOrDefault(group => group.Has(ratio.Value)) is { } found ? found
        : Answer<FitGroup>.Refused(FitGroupReasons.OutsideAllBands.With(ratio.Value));

    /// <summary>How many there are in each group, and which groups nobody shows content for.</summary>
    /// <param name="members">Each customer once.</param>
    /// <exception cref="ArgumentException">A customer is there twice.</exception>
    public FitCoverage Cover(IEnumerable<FitMember> members)
    {
        var seen = new HashSet<CustomerId>();
        var placed = new List<(FitGroup Group, FitMember Member)>();
        int withoutGroup = 0;
        foreach (FitMember member in Guard.Against.Null(members))
        {
            if (!seen.Add(member.Customer))
            {
                throw new ArgumentException($"Each customer is counted once, but {member.Customer} is there twice.", nameof(members));
            }

            if (GroupOf(member.Numerator, member.Denominator).TryGet(out FitGroup? group))
            {
                placed.Add((group, member));
            }
            else
            {
                withoutGroup++;
            }
        }

        ILookup<string, FitMember> byGroup = placed.ToLookup(static p => p.Group.Name, static p => p.Member, StringComparer.Ordinal);
        return new FitCoverage([.. Groups.Select(group => new FitGroupCoverage(group, byGroup[group.Name]))], withoutGroup);
    }

    private static ReasonValue Shown(decimal? bound) => bound is { } value ? value : new Bilingual("no limit", "无限制");
}

/// <summary>Who is in a fit group and who shows content for it (体型组覆盖).</summary>
/// <remarks>Two coverages are equal only when they are the same object.</remarks>
public sealed class FitGroupCoverage
{
    internal FitGroupCoverage(FitGroup group, IEnumerable<FitMember> members)
    {
        Group = group;
        Members = [.. members.Select(static m => m.Customer).Order()];
        Showing = [.. members.Where(static m => m.ShowsContent).Select(static m => m.Customer).Order()];
    }

    /// <summary>The group.</summary>
    public FitGroup Group { get; }

    /// <summary>Everybody in it, ordinal.</summary>
    public ImmutableArray<CustomerId> Members { get; }

    /// <summary>Who of them shows content, ordinal.</summary>
    public ImmutableArray<CustomerId> Showing { get; }

    /// <summary>Whether somebody shows content for the group.</summary>
    public bool IsCovered => !Showing.IsEmpty;
}

/// <summary>Which fit groups have somebody who shows content (体型覆盖情况), D16.</summary>
/// <remarks>Two coverages are equal only when they are the same object.</remarks>
public sealed class FitCoverage
{
    internal FitCoverage(ImmutableArray<FitGroupCoverage> groups, int withoutGroup)
    {
        Groups = groups;
        WithoutGroup = withoutGroup;
    }

    /// <summary>Every group, ascending by ratio, empty ones included.</summary>
    public ImmutableArray<FitGroupCoverage> Groups { get; }

    /// <summary>How many are in no group, most often because their measurements are unknown.</summary>
    public int WithoutGroup { get; }

    /// <summary>The groups that have members and nobody who shows content: where ambassadors are missing.</summary>
    public ImmutableArray<FitGroup> Uncovered =>
        [.. Groups.Where(static g => !g.IsCovered && !g.Members.IsEmpty).Select(static g => g.Group)];
}
