using NodaTime;

namespace PrivateDomain.Core.Outlook;

/// <summary>What is said of something at an instant: a key that tells answers apart, words, and why.</summary>
internal readonly record struct Said(object Key, Bilingual Words, Func<Bilingual, Reason>? Why = null);

/// <summary>Something that may change by itself: how it is asked at an instant, and at which instants alone it can change.</summary>
internal sealed record Watch(OutlookKind Kind, string Subject, Func<Instant, Said> Ask, Func<Instant, IEnumerable<Instant>> MayChangeAt);
