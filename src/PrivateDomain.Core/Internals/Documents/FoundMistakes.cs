using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>Collects what is wrong with options while their figures are checked, in order.</summary>
internal sealed class FoundMistakes
{
    private readonly List<FoundMistake> all = [];

    internal bool IsEmpty => all.Count == 0;

    internal IReadOnlyList<FoundMistake> All => all;

    /// <summary>Adds a mistake.</summary>
    /// <param name="place">Its place in the options.</param>
    /// <param name="reason">What is wrong.</param>
    /// <param name="isOfForm">Whether a schema of the document sees it too: a value of a wrong form or out of its range, by itself.</param>
    /// <param name="other">Another figure that has part in it; empty when there is none.</param>
    internal void Add(string place, Reason reason, bool isOfForm = false, string other = "") =>
        all.Add(new FoundMistake(new Mistake(place, reason), isOfForm, other));

    internal void Add(IEnumerable<Mistake> mistakes) => all.AddRange(mistakes.Select(static m => new FoundMistake(m, false, "")));

    /// <summary>Adds the mistakes of a part, at its place in the whole.</summary>
    internal void Add(string place, FoundMistakes part) => all.AddRange(part.all.Select(found => new FoundMistake(
        FigureText.Below(place, found.Mistake), found.IsOfForm, found.Other.Length == 0 ? "" : $"{place}.{found.Other}")));

    internal ImmutableArray<Mistake> ToMistakes() => [.. all.Select(static found => found.Mistake)];
}

/// <summary>A mistake; whether a schema of the document sees it too; another figure that has part in it.</summary>
internal readonly record struct FoundMistake(Mistake Mistake, bool IsOfForm, string Other);
