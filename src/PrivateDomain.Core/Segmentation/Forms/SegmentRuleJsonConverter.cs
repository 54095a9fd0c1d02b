using System.ComponentModel;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Writes a rule as the document of <see cref="SegmentJson"/> (规则的 JSON 形式), with the host's own facts declared in
/// it.</summary>
/// <remarks>Made without a schema it knows the facts of <see cref="FactSchema.BuiltIn"/> and those that a document declares.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SegmentRuleJsonConverter : DocumentConverter<SegmentRule>
{
    /// <summary>Makes the converter for documents that declare their facts.</summary>
    public SegmentRuleJsonConverter()
        : this(FactSchema.BuiltIn)
    {
    }

    /// <summary>Makes the converter for documents over a schema; facts that it has are not declared.</summary>
    /// <param name="schema">The schema.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    public SegmentRuleJsonConverter(FactSchema schema)
        : base(schema)
    {
    }

    /// <summary>Whether the type is a rule: the base of all or one of them.</summary>
    /// <param name="typeToConvert">The type.</param>
    public override bool CanConvert(Type typeToConvert) => typeof(SegmentRule).IsAssignableFrom(typeToConvert);

    private protected override SegmentRule Read(FactSchema facts, byte[] utf8Json) => SegmentJson.ReadRule(facts, utf8Json);

    private protected override byte[] ToJson(SegmentRule value) => SegmentJson.Write(value);

    private protected override IEnumerable<SegmentRule> RulesOf(SegmentRule value) => [value];
}
