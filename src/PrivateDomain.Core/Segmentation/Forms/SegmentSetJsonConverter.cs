using System.ComponentModel;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Writes a set of segments as the document of <see cref="SegmentJson"/> (分群集的 JSON 形式), with the host's own facts declared
/// in it.</summary>
/// <remarks>Made without a schema it knows the facts of <see cref="FactSchema.BuiltIn"/> and those that a document declares.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SegmentSetJsonConverter : DocumentConverter<SegmentSet>
{
    /// <summary>Makes the converter for documents that declare their facts.</summary>
    public SegmentSetJsonConverter()
        : this(FactSchema.BuiltIn)
    {
    }

    /// <summary>Makes the converter for documents over a schema; facts that it has are not declared.</summary>
    /// <param name="schema">The schema.</param>
    /// <exception cref="ArgumentNullException">The schema is null.</exception>
    public SegmentSetJsonConverter(FactSchema schema)
        : base(schema)
    {
    }

    private protected override SegmentSet Read(FactSchema facts, byte[] utf8Json) => SegmentJson.ReadSet(facts, utf8Json);

    private protected override byte[] ToJson(SegmentSet value) => SegmentJson.Write(value);

    private protected override IEnumerable<SegmentRule> RulesOf(SegmentSet value) => value.Segments.Select(static segment => segment.Rule);
}
