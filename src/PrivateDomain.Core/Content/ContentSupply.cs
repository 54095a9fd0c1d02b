
namespace PrivateDomain.Core.Content;

/// <summary>Whether what is made feeds all groups for a period (内容供给). From [B], D27.</summary>
/// <remarks>
/// <para>Every group needs so many different pieces; one piece may be shown in so many groups.</para>
/// <para>Immutable; checked when made. Equality is that of all members; there is no ordering.</para>
/// </remarks>
public sealed record ContentSupply
{
    private ContentSupply(int groups, int piecesPerGroup, int made, int groupsPerPiece)
    {
        Groups = groups;
        PiecesPerGroup = piecesPerGroup;
        Made = made;
        GroupsPerPiece = groupsPerPiece;
    }

    /// <summary>How many groups there are.</summary>
    public int Groups { get; }

    /// <summary>How many different pieces each group needs in the period.</summary>
    public int PiecesPerGroup { get; }

    /// <summary>How many pieces are made in the period.</summary>
    public int Made { get; }

    /// <summary>In how many groups one piece may be shown.</summary>
    public int GroupsPerPiece { get; }

    /// <summary>The fewest pieces that feed all groups: no fewer than one group needs, and enough showings for all.</summary>
    public long Needed =>
        Groups == 0 ? 0 : Math.Max(PiecesPerGroup, (((long)Groups * PiecesPerGroup) + GroupsPerPiece - 1) / GroupsPerPiece);

    /// <summary>By how many pieces it is short; 0 when it is enough.</summary>
    public long ShortBy => Math.Max(0, Needed - Made);

    /// <summary>How many groups can be fed with what is made.</summary>
    public int GroupsFed =>
        Made < PiecesPerGroup ? 0
        : PiecesPerGroup == 0 ? Groups
        : (int)Math.Min(Groups, Math.Max(GroupsPerPiece, (long)Made * GroupsPerPiece / PiecesPerGroup));

    /// <summary>Whether all groups are fed; <c>content.supply_short</c> when not.</summary>
    public Decision Decision => ShortBy == 0 ? Decision.Allowed : Decision.Denied(ContentReasons.SupplyShort.With(Made, Needed));

    /// <summary>Compares what is made with what is needed.</summary>
    /// <param name="groups">How many groups there are; 0 or more.</param>
    /// <param name="piecesPerGroup">How many different pieces each group needs in the period; 0 or more.</param>
    /// <param name="made">How many pieces are made in the period; 0 or more.</param>
    /// <param name="groupsPerPiece">In how many groups one piece may be shown; 1 or more. With 1 every group has its own.</param>
    /// <exception cref="InvalidPolicyException">Something is out of range; all mistakes are named.</exception>
    public static ContentSupply Of(int groups, int piecesPerGroup, int made, int groupsPerPiece = 1)
    {
        new PolicyCheck()
            .Needs(groups >= 0, nameof(groups), ContentReasons.OutOfRange, groups, Wanted.ZeroOrMore)
            .Needs(piecesPerGroup >= 0, nameof(piecesPerGroup), ContentReasons.OutOfRange, piecesPerGroup, Wanted.ZeroOrMore)
            .Needs(made >= 0, nameof(made), ContentReasons.OutOfRange, made, Wanted.ZeroOrMore)
            .Needs(groupsPerPiece >= 1, nameof(groupsPerPiece), ContentReasons.OutOfRange, groupsPerPiece, "≥ 1")
            .ThrowIfAny("content supply");
        return new ContentSupply(groups, piecesPerGroup, made, groupsPerPiece);
    }
}
