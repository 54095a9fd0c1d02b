using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Internals.Documents;

/// <summary>
/// What the options of a policy mean, stated once: the name, unit, range and source of every figure, and what must hold between them. The
/// check of a policy, the table in the docs, the JSON of the options, its schema and what differs between two all come from it.
/// </summary>
/// <param name="name">What the options describe, such as "outreach policy".</param>
/// <param name="blank">Makes the options with all defaults; what has none is to be stated.</param>
/// <param name="figures">The figures, in the order in which their mistakes are told.</param>
internal sealed class Description<TOptions>(Bilingual name, Func<TOptions> blank, params ImmutableArray<Figure<TOptions>> figures)
    : IDescription
    where TOptions : class
{
    private readonly ImmutableArray<Figure<TOptions>> written = [.. figures.Where(static figure => figure.Member.Length > 0)];

    /// <summary>What the options describe, such as "outreach policy".</summary>
    public Bilingual Name => name;

    /// <summary>The names of the figures in a document.</summary>
    internal ImmutableArray<string> Members { get; } =
        [.. figures.Where(static figure => figure.Member.Length > 0).Select(static figure => figure.Member)];

    /// <summary>The options with all defaults.</summary>
    internal TOptions Blank() => blank();

    /// <summary>All mistakes of the options, in the order of the figures; empty when they are fine.</summary>
    internal ImmutableArray<Mistake> Check(TOptions options) => Find(Guard.Against.Null(options)).ToMistakes();

    /// <summary>The same, with what a document needs to know of them.</summary>
    internal FoundMistakes Find(TOptions options)
    {
        var mistakes = new FoundMistakes();
        foreach (Figure<TOptions> figure in figures)
        {
            figure.Check(options, mistakes);
        }

        return mistakes;
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

    /// <summary>Reads the object that the reader stands on; null when it is none. What is not stated has its default.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="version">The version that the document states beside the figures; null where it states none.</param>
    internal TOptions? Read(ref OptionsReader reader, int? version = null)
    {
        if (!reader.IsObject())
        {
            return null;
        }

        TOptions options = blank();
        string[] known = version is null ? [.. Members] : [.. Members, OptionsDocument.SchemaMember, OptionsDocument.VersionMember];
        long start = reader.Place;
        bool[] seen = new bool[known.Length];
        while (reader.NextMember(known, seen) is >= 0 and var which)
        {
            if (which < written.Length)
            {
                options = written[which].Read(ref reader, options);
            }
            else
            {
                OptionsDocument.ReadHead(ref reader, known[which], version);
            }

            reader.Leave();
        }

        for (int i = 0; i < known.Length && !reader.Input.IsFull; i++)
        {
            bool isNeeded = i < written.Length
                ? written[i].IsNeeded
                : string.Equals(known[i], OptionsDocument.VersionMember, StringComparison.Ordinal);
            if (isNeeded && !seen[i])
            {
                reader.Missing(known[i], start);
            }
        }

        return options;
    }

    /// <summary>Writes the members of the options into the object that has begun.</summary>
    internal void WriteMembers(Utf8JsonWriter writer, TOptions options)
    {
        foreach (Figure<TOptions> figure in written)
        {
            writer.WritePropertyName(figure.Member);
            figure.Write(writer, options);
        }
    }

    /// <summary>Writes the options as an object.</summary>
    internal void Write(Utf8JsonWriter writer, TOptions options)
    {
        writer.WriteStartObject();
        WriteMembers(writer, options);
        writer.WriteEndObject();
    }

    /// <summary>The JSON schema of the options.</summary>
    internal JsonObject Schema()
    {
        TOptions defaults = blank();
        var properties = new JsonObject();
        foreach (Figure<TOptions> figure in written)
        {
            properties[figure.Member] = figure.Schema(defaults);
        }

        var schema = new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
        string[] needed = [.. written.Where(static figure => figure.IsNeeded).Select(static figure => figure.Member)];
        if (needed.Length > 0)
        {
            schema["required"] = new JsonArray([.. needed.Select(static member => JsonValue.Create(member))]);
        }

        return schema;
    }

    /// <summary>The options with the value of one member, on which the reader stands.</summary>
    internal TOptions ReadMember(ref OptionsReader reader, string member, TOptions options) => FigureOf(member).Read(ref reader, options);

    /// <summary>Writes the value of one member.</summary>
    internal void WriteMember(Utf8JsonWriter writer, string member, TOptions options) => FigureOf(member).Write(writer, options);

    /// <summary>The schema of one member's value.</summary>
    internal JsonObject SchemaOf(string member)
    {
        JsonObject schema = FigureOf(member).Schema(blank());
        schema.Remove("title");
        schema.Remove("description");
        return schema;
    }

    /// <summary>Adds what differs between two options.</summary>
    /// <param name="before">The earlier ones.</param>
    /// <param name="after">The later ones.</param>
    /// <param name="place">Where they stand, with a point at its end; empty for the whole.</param>
    /// <param name="whole">What they are part of, in words; empty for the whole.</param>
    /// <param name="found">Takes the differences.</param>
    internal void Compare(TOptions before, TOptions after, string place, Bilingual whole, List<FigureDifference> found)
    {
        foreach (Figure<TOptions> figure in written)
        {
            figure.Compare(before, after, place, whole, found);
        }
    }

    private Figure<TOptions> FigureOf(string member) => written.First(figure =>
        string.Equals(figure.Member, member, StringComparison.Ordinal));

    /// <summary>A row for each figure of the options and of their parts, with its value as one says it.</summary>
    /// <param name="options">The options.</param>
    /// <param name="place">Where they stand, with a point at its end; empty for the whole.</param>
    /// <param name="part">What they are, in words.</param>
    internal IEnumerable<FigureRow> Said(TOptions options, string place, Bilingual part) =>
        written.SelectMany(figure => figure.Said(options, place, part));

    /// <summary>The options in words: each figure with its value.</summary>
    internal Bilingual Say(TOptions options)
    {
        (Bilingual Label, Bilingual Value)[] said = [.. written.Select(figure => (figure.Label, figure.Say(options)))];
        return new(
            string.Join(", ", said.Select(static x => $"{x.Label.English} {x.Value.English}")),
            string.Join("，", said.Select(static x => $"{x.Label.Chinese} {x.Value.Chinese}")));
    }
}

/// <summary>The description of options by their type.</summary>
internal static class Descriptions
{
    internal static Description<TOptions> Of<TOptions>()
        where TOptions : class, IPolicyOptions<TOptions> => TOptions.Description;
}

/// <summary>A description whose options are known only when it is read: for the tables of the docs.</summary>
internal interface IDescription
{
    /// <summary>What the options describe.</summary>
    Bilingual Name { get; }

    /// <summary>A row for each figure, with the value that the options give it.</summary>
    IEnumerable<FigureRow> Rows(object? options);
}

/// <summary>A figure as a table shows it, and what it is a part of.</summary>
internal readonly record struct FigureRow(
    string Path, Bilingual Label, Bilingual Unit, Bilingual Range, Bilingual Value, Bilingual Source, Bilingual Part = default);
