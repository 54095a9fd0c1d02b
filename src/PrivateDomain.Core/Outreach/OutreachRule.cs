using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>What a rule is asked about: facts, the rule of the kind of touch (none for a service reply), and when.</summary>
internal readonly record struct OutreachQuestion(OutreachFacts Facts, TouchRule? Touch, Instant At);

/// <summary>How a rule answers.</summary>
internal enum OutreachVerdict
{
    /// <summary>Nothing speaks against it.</summary>
    Agrees = 0,

    /// <summary>Not before an instant.</summary>
    Later,

    /// <summary>A fact is missing.</summary>
    Unknown,

    /// <summary>Waiting alone never helps.</summary>
    Never,
}

/// <summary>The answer of one rule; the default agrees.</summary>
internal readonly record struct OutreachFinding(OutreachVerdict Verdict, Reason Reason, Instant Opens)
{
    internal static OutreachFinding Never(Reason reason) => new(OutreachVerdict.Never, reason, default);

    internal static OutreachFinding Unknown(Reason reason) => new(OutreachVerdict.Unknown, reason, default);

    /// <summary>The rule agrees from an instant on, and not before.</summary>
    internal static OutreachFinding Later(Instant opens, Reason reason) => new(OutreachVerdict.Later, reason, opens);
}

/// <summary>Asks one rule; the clock stands in the customer's days.</summary>
internal delegate OutreachFinding OutreachCheck(in OutreachQuestion question, ref ShopDays clock);

/// <summary>One rule of the outreach guard: what it is called, which touches it is for, and its condition with its reason in one
/// place.</summary>
internal sealed class OutreachRule(Bilingual name, Func<TouchRule?, bool> isFor, OutreachCheck check)
{
    internal Bilingual Name { get; } = name;

    internal OutreachCheck Check { get; } = check;

    /// <summary>Whether the rule is for a kind of touch; none stands for a service reply.</summary>
    internal bool IsFor(TouchRule? touch) => isFor(touch);
}
