using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Outlook;

/// <summary>One change that comes by itself if nothing else happens (自然变化): when, of what, from what, to what, and why.</summary>
/// <remarks>Asked at <see cref="At"/> the answer is the new one, just before it the old one. Immutable. Equality is that of all
/// parts.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record OutlookChange
{
    internal OutlookChange(Instant at, OutlookKind kind, string subject, Bilingual from, Bilingual to, Reason why) =>
        (At, Kind, Subject, From, To, Why) = (at, kind, subject, from, to, why);

    /// <summary>The first instant with the new answer.</summary>
    public Instant At { get; }

    /// <summary>What changes.</summary>
    public OutlookKind Kind { get; }

    /// <summary>Which of them: the name of a segment, a reception step, a kind of touch, the newcomer and code of a referral, a level of
    /// trust; empty where there is only one.</summary>
    public string Subject { get; }

    /// <summary>The answer until then, in both languages.</summary>
    public Bilingual From { get; }

    /// <summary>The answer from then on, in both languages.</summary>
    public Bilingual To { get; }

    /// <summary>Why.</summary>
    public Reason Why { get; }
}
