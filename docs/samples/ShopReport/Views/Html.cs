using System.Net;
using System.Text;

namespace ShopReport.Views;

/// <summary>Writes HTML; every text goes through the encoder here, only <see cref="Raw"/> does not.</summary>
internal sealed class Html
{
    private readonly StringBuilder page = new();

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public Html Raw(string markup)
    {
        page.Append(markup);
        return this;
    }

    public Html Element(string name, string text, string? style = null)
    {
        page.Append('<').Append(name);
        if (style is not null)
        {
            page.Append(" class=\"").Append(style).Append('"');
        }

        page.Append('>').Append(Escape(text)).Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>A table that scrolls sideways on a narrow screen; columns from the given one on hold numbers.</summary>
    public Html Table(int firstNumber, string[] header, IEnumerable<IEnumerable<string>> rows)
    {
        const int ColumnsOnPhone = 4;
        page.Append("<div class=\"scroll\"><table").Append(header.Length > ColumnsOnPhone ? " class=\"wide\">" : ">");
        if (Array.Exists(header, static name => name.Length > 0))
        {
            Row("th", header, firstNumber, "thead");
        }

        page.Append("<tbody>");
        foreach (IEnumerable<string> row in rows)
        {
            Row("td", row, firstNumber, null);
        }

        page.Append("</tbody></table></div>\n");
        return this;
    }

    public override string ToString() => page.ToString();

    private void Row(string cell, IEnumerable<string> texts, int firstNumber, string? group)
    {
        page.Append(group is null ? "<tr>" : $"<{group}><tr>");
        int index = 0;
        foreach (string text in texts)
        {
            string scope = cell == "th" ? " scope=\"col\"" : "";
            page.Append('<').Append(cell).Append(scope).Append(index++ >= firstNumber ? " class=\"number\">" : ">");
            page.Append(Escape(text)).Append("</").Append(cell).Append('>');
        }

        page.Append(group is null ? "</tr>\n" : $"</tr></{group}>");
    }
}
