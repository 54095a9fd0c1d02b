using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Relationships;

/// <summary>What the kinds of evidence are made of.</summary>
internal static class EvidenceKinds
{
    /// <summary>A hundred years: beyond it, an age is as good as any.</summary>
    internal const int DaysMax = 36_500;

    /// <summary>Whether a kind counts days on which several events met, which totals of events do not tell.</summary>
    internal static bool NeedsDays(EvidenceKind kind) => kind == EvidenceKind.Conversation;

    /// <summary>Whether events of a kind are evidence of another kind; of what is never folded away, such as links and orders, nothing is
    /// said.</summary>
    internal static bool IsMadeOf(EvidenceKind kind, EventKind events) => kind switch
    {
        EvidenceKind.Interaction or EvidenceKind.SignOfLife => Behaviours.IsInteraction(events),
        EvidenceKind.Conversation => events is EventKind.MessageReceived or EventKind.TouchSent,
        EvidenceKind.Feedback => events == EventKind.FeedbackVolunteered,
        EvidenceKind.EffectiveRecommendation => events == EventKind.ReferralConverted,
        EvidenceKind.RivalDeclined => events == EventKind.RivalDeclined,
        _ => false,
    };
}
