using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Segmentation;

/// <summary>One of the levels of a choice (等级取值): a name for rules, and what people call it.</summary>
/// <remarks>Equality is that of both parts; there is no ordering, the fact has it. The default value has an empty name and is
/// refused.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct ChoiceLevel
{
    private readonly string? name;

    /// <summary>Makes a level.</summary>
    /// <param name="name">Lower-case letters, digits and _, beginning with a letter.</param>
    /// <param name="label">What people call it, in both languages.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    /// <exception cref="ArgumentException">The name has another form.</exception>
    public ChoiceLevel(string name, Bilingual label)
    {
        this.name = FactNotation.IsName(Guard.Against.Null(name))
            ? name
            : throw new ArgumentException(
                $"A level's name is 1 to {Fact.NameLengthMax} lower-case letters, digits and _, but it was \"{Quoted.Of(name)}\".",
                    nameof(name));
        Label = label;
    }

    /// <summary>The name used in rules.</summary>
    public string Name => name ?? "";

    /// <summary>What people call it.</summary>
    public Bilingual Label { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
