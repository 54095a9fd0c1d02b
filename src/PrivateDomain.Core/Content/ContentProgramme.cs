
namespace PrivateDomain.Core.Content;

/// <summary>A year of content from one source (内容项目): what it costs, what comes out, and what that does.</summary>
/// <remarks>
/// <para>20 try-on ambassadors × 5 outfits, 100,000 yuan a year, 500,000 users: 1,000 yuan a piece and 0.20 yuan per user and year.</para>
/// <para>Nothing is rounded. Immutable, so safe on several threads. Equality is that of all members; there is no ordering.</para>
/// </remarks>
public sealed record ContentProgramme
{
    /// <summary>Makes a programme.</summary>
    /// <param name="source">Who makes it.</param>
    /// <param name="makers">How many make it; 0 or more.</param>
    /// <param name="piecesPerMaker">How many pieces each makes in a year; 0 or more.</param>
    /// <param name="costPerYear">What all costs in a year; 0 or more.</param>
    /// <param name="usersServed">How many users it serves; 0 or more.</param>
    /// <param name="interactions">Likes, comments and forwards of all pieces in the year, 0 or more; null when nobody counted.</param>
    /// <exception cref="ArgumentException">A value is out of range, or the cost is in no currency.</exception>
    public ContentProgramme(
        ContentSource source, int makers, int piecesPerMaker, Money costPerYear, int usersServed, long? interactions = null)
    {
        Source = ContentPiece.CheckSource(source);
        Makers = Guard.Against.Negative(makers);
        PiecesPerMaker = Guard.Against.Negative(piecesPerMaker);
        CostPerYear = costPerYear.Currency.IsNone || costPerYear.IsNegative
            ? throw new ArgumentOutOfRangeException(nameof(costPerYear), costPerYear, "An amount of 0 or more in a currency is needed.")
            : costPerYear;
        UsersServed = Guard.Against.Negative(usersServed);
        Interactions = interactions < 0
            ? throw new ArgumentOutOfRangeException(nameof(interactions), interactions, "A value of 0 or more is needed.")
            : interactions;
    }

    /// <summary>Who makes it.</summary>
    public ContentSource Source { get; }

    /// <summary>How many make it.</summary>
    public int Makers { get; }

    /// <summary>How many pieces each makes in a year.</summary>
    public int PiecesPerMaker { get; }

    /// <summary>What all costs in a year: pay, goods, work, tools.</summary>
    public Money CostPerYear { get; }

    /// <summary>How many users it serves.</summary>
    public int UsersServed { get; }

    /// <summary>Likes, comments and forwards of all pieces in the year; null when nobody counted.</summary>
    public long? Interactions { get; }

    /// <summary>How many pieces are made in a year.</summary>
    public long Pieces => (long)Makers * PiecesPerMaker;

    /// <summary>The cost per user and year; no value when it serves nobody. It is the content line of upkeep.</summary>
    public Answer<Money> CostPerUser => CostPerYear.Per(UsersServed);

    /// <summary>The cost of a piece; no value when none is made.</summary>
    public Answer<Money> CostPerPiece => CostPerYear.Per(Pieces);

    /// <summary>The cost of an interaction; no value when there was none, or when nobody counted.</summary>
    public Answer<Money> CostPerInteraction =>
        Interactions is { } counted ? CostPerYear.Per(counted) : Answer<Money>.Refused(ContentReasons.InteractionsUnknown.With());

    /// <summary>The interactions of one piece on average; unknown when none is made, or when nobody counted.</summary>
    public Ratio InteractionsPerPiece => Interactions is { } counted ? Ratio.From(counted, Pieces) : Ratio.Unknown;

    /// <summary>How many times the interactions of the other's piece one of these gets; unknown when either is, or when the other gets
    /// none.</summary>
    /// <param name="other">What to measure against.</param>
    /// <exception cref="ArgumentNullException">There is no other.</exception>
    public Ratio EffectAgainst(ContentProgramme other)
    {
        Ratio theirs = Guard.Against.Null(other).InteractionsPerPiece;
        return InteractionsPerPiece.IsKnown && theirs.IsKnown ? Ratio.From(InteractionsPerPiece.Value, theirs.Value) : Ratio.Unknown;
    }
}
