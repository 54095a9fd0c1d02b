using System.Text.Json;
using System.Text.Json.Nodes;

namespace PrivateDomain.Core.Knowledge;

/// <summary>A product, by the host's own identifier.</summary>
internal sealed class ProductIdForm : ValueForm<ProductId>
{
    internal static ProductIdForm Instance { get; } = new();

    internal override Bilingual Range { get; } = new("a product's identifier", "商品标识");

    internal override bool TryRead(ref OptionsReader reader, out ProductId value) =>
        ProductId.TryFrom(reader.Text(), out value) || reader.WrongForm(Range, isOfForm: reader.Token != JsonTokenType.String);

    internal override void Write(Utf8JsonWriter writer, ProductId value) => writer.WriteStringValue(
        value.Text.Length > 0 ? JsonText.Whole(value.Text) : throw new JsonException("An empty identifier cannot be written."));

    internal override JsonObject Schema() => new() { ["type"] = "string", ["pattern"] = "\\S", ["maxLength"] = IdentifierText.LengthMax };

    internal override ReasonValue Show(ProductId value) => value.Text;
}
