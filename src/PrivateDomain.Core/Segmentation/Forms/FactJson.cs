using System.Text.Json;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Writes and reads what a host declared of its facts, so that a document says for itself what its rules ask.</summary>
internal static class FactJson
{
    /// <summary>The facts that rules use and that a schema lacks, each once, in the order of their names.</summary>
    /// <exception cref="JsonException">One of them is worked out by a room: only a schema can have it.</exception>
    internal static IEnumerable<Fact> Missing(FactSchema schema, IEnumerable<SegmentRule> rules)
    {
        var facts = new SortedDictionary<string, Fact>(StringComparer.Ordinal);
        foreach (Fact fact in rules.SelectMany(FactsOf).Distinct())
        {
            if (FactNotation.IsAttributeName(fact.Name) && !schema.Has(fact))
            {
                facts[fact.Name] = !fact.IsRead
                    ? fact
                    : throw new JsonException(
                        $"The fact \"{fact.Name}\" is worked out by the library: give the converter a schema that has it.");
            }
        }

        return facts.Values;
    }

    internal static void Write(Utf8JsonWriter writer, IEnumerable<Fact> facts)
    {
        writer.WriteStartArray("facts");
        foreach (Fact fact in facts)
        {
            writer.WriteStartObject();
            writer.WriteString("name", fact.Name);
            writer.WriteString("kind", SnakeNames<FactKind>.Of(fact.Kind));
            Write(writer, fact.Label);
            if (fact is ChoiceFact choice)
            {
                writer.WriteStartArray("levels");
                foreach (ChoiceLevel level in choice.Levels)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", level.Name);
                    Write(writer, level.Label);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The schema with the facts that a document declares and it does not have.</summary>
    /// <exception cref="JsonException">A declaration is wrong, or the schema has another fact of the name.</exception>
    internal static FactSchema Read(FactSchema schema, JsonElement facts)
    {
        try
        {
            Fact[] all = [.. facts.EnumerateArray().Select(ReadFact)];
            Fact[] missing = [.. all.Where(fact => !schema.Has(fact))];
            return schema.With(missing);
        }
        catch (Exception exception) when (exception is InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new JsonException("The facts declared in the document are wrong: " + exception.Message, exception);
        }
    }

    private static void Write(Utf8JsonWriter writer, Bilingual label)
    {
        writer.WriteString("english", label.English);
        writer.WriteString("chinese", label.Chinese);
    }

    private static Fact ReadFact(JsonElement fact)
    {
        string name = Text(fact, "name");
        Bilingual label = Label(fact);
        return SnakeNames<FactKind>.From(Text(fact, "kind")) switch
        {
            FactKind.Number => NumberFact.From(name, label),
            FactKind.Date => DateFact.From(name, label),
            FactKind.YesNo => YesNoFact.From(name, label),
            FactKind.Text => TextFact.From(name, label),
            FactKind.TextSet => TextSetFact.From(name, label),
            FactKind.Choice => ChoiceFact.From(
                name, label,
                    [.. fact.GetProperty("levels").EnumerateArray()
                        .Select(static level => new ChoiceLevel(Text(level, "name"), Label(level)))]),
            _ => throw new JsonException("A fact's kind is number, date, yes_no, text, text_set or choice."),
        };
    }

    private static Bilingual Label(JsonElement of) => new(Text(of, "english"), Text(of, "chinese"));

    private static string Text(JsonElement of, string member) =>
        of.GetProperty(member).GetString() ?? throw new JsonException($"The member \"{member}\" is null.");

    private static IEnumerable<Fact> FactsOf(SegmentRule rule) => rule switch
    {
        GroupRule group => group.Rules.SelectMany(FactsOf),
        NotRule not => FactsOf(not.Rule),
        _ => RuleReader.FactOf(rule) is { } fact ? [fact, .. fact.MadeOf] : [],
    };
}
