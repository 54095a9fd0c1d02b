using System.Text.Json.Serialization;
using PrivateDomain.Core.Research;

namespace PrivateDomain.Core.Replay;

/// <summary>The touches that were sent, asked about again (触达回放): which the other rules would not have let through, and how those who
/// got one fared beside the other customers who were written to.</summary>
/// <remarks>No experiment: who got such a touch was not left to chance, so a difference may have other causes. Immutable. Equality is
/// that of
/// all parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record TouchReplay
{
    /// <summary>How many touches were asked about.</summary>
    public int Sent { get; internal init; }

    /// <summary>How many of them the other rules refuse.</summary>
    public int Refused { get; internal init; }

    /// <summary>How many of them the other rules defer.</summary>
    public int Deferred { get; internal init; }

    /// <summary>Of how many nobody can say it, because history was folded away.</summary>
    public int Undecidable { get; internal init; }

    /// <summary>How many touches are left out: without a carrier, or too young to be followed.</summary>
    public int LeftOut { get; internal init; }

    /// <summary>Who interacted in the days after the touch: of those with a touch refused or deferred (left), and of those with none
    /// (right).</summary>
    public SampleDifference Interaction { get; internal init; }

    /// <summary>Who was lost on a carrier in the days after.</summary>
    public SampleDifference LinkLost { get; internal init; }

    /// <summary>Who paid an order in the days after.</summary>
    public SampleDifference Purchase { get; internal init; }

    /// <summary>That this is no experiment.</summary>
    public Reason Warning { get; } = ReplayReasons.NoExperiment.With();
}
