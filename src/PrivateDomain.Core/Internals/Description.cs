using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>
/// What the options of a policy mean, stated once: the name, unit, range and source of every figure, and what must hold between them. The
/// check of a policy, the
/// table in the docs and the document of a shop's rules all read it.
/// </summary>
internal sealed class Description<TOptions>(Bilingual name, params ImmutableArray<Figure<TOptions>> figures) : IDescription
    where TOptions : class
{
    /// <summary>What the options describe, such as "outreach policy".</summary>
    public Bilingual Name => name;

    /// <summary>The figures, in the order in which their mistakes are told.</summary>
    internal ImmutableArray<Figure<TOptions>> Figures => figures;

    /// <summary>What is asked of the options as a whole once nothing else is wrong with them: that they can be computed with.</summary>
    internal Func<TOptions, IEnumerable<Mistake>>? Finally { get; init; }

    /// <summary>All mistakes of the options, in the order of the figures; empty when they are fine.</summary>
    internal ImmutableArray<Mistake> Check(TOptions options)
    {
        Guard.Against.Null(options);
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        foreach (Figure<TOptions> figure in figures)
        {
            figure.Check(options, mistakes);
        }

        if (mistakes.Count == 0 && Finally is not null)
        {
            mistakes.AddRange(Finally(options));
        }

        return mistakes.DrainToImmutable();
    }

    /// <summary>Refuses wrong options with all their mistakes.</summary>
    internal void ThrowIfWrong(TOptions options)
    {
        ImmutableArray<Mistake> mistakes = Check(options);
        if (!mistakes.IsEmpty)
        {
            throw new InvalidPolicyException(name.English, mistakes);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<FigureRow> Rows(object? options) => figures.SelectMany(figure => figure.Rows(options as TOptions));
}

/// <summary>A description whose options are known only when it is read: for the tables of the docs and the document of a shop's
/// rules.</summary>
internal interface IDescription
{
    /// <summary>What the options describe.</summary>
    Bilingual Name { get; }

    /// <summary>A row for each figure, with the value that the options give it.</summary>
    IEnumerable<FigureRow> Rows(object? options);
}

/// <summary>A figure as a table shows it.</summary>
internal readonly record struct FigureRow(string Path, Bilingual Unit, Bilingual Range, Bilingual Value, Bilingual Source);
