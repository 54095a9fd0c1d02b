using System.Text;

namespace PrivateDomain.Core.Customers.Forms;

/// <summary>A place in a JSON text, such as <c>$.events[3].lines[0].amount</c>, made into text only when it is told.</summary>
internal readonly record struct JsonPath
{
    private readonly string? first;
    private readonly int? firstItem;
    private readonly string? second;
    private readonly int? secondItem;
    private readonly string? third;

    private JsonPath(string? first, int? firstItem, string? second, int? secondItem, string? third)
    {
        this.first = first;
        this.firstItem = firstItem;
        this.second = second;
        this.secondItem = secondItem;
        this.third = third;
    }

    /// <summary>The whole text.</summary>
    internal static JsonPath Root => default;

    internal JsonPath Member(string name) =>
        first is null ? new(name, null, null, null, null)
        : second is null ? new(first, firstItem, name, null, null)
        : new(first, firstItem, second, secondItem, name);

    internal JsonPath Item(int index) => second is null ? new(first, index, null, null, null) : new(first, firstItem, second, index, null);

    /// <summary>The path as text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("$");
        foreach ((string? name, int? item) in new[] { (first, firstItem), (second, secondItem), (third, default(int?)) })
        {
            text.Append(name is null ? "" : "." + name).Append(item is { } index ? FormattableString.Invariant($"[{index}]") : "");
        }

        return text.ToString();
    }
}
