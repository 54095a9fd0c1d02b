using System.Net;
using System.Text;

namespace PrivateDomain.ShopReport.Views;

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

    /// <summary>A section of the page with its heading.</summary>
    public Html Section(string title, Action write)
    {
        Raw("<section>\n").Element("h2", title);
        write();
        return Raw("</section>\n");
    }

    /// <summary>A section of a part of the report, or why it is missing.</summary>
    public Html Section<T>(string title, string? meaning, T? part, string whenMissing, Action<T> write)
        where T : class => Section(title, () =>
        {
            if (meaning is not null)
            {
                Element("p", meaning, "quiet");
            }

            if (part is null)
            {
                Element("p", whenMissing, "note");
            }
            else
            {
                write(part);
            }
        });

    /// <summary>What the colours of a chart mean.</summary>
    public Html Legend(params (string Style, string Name)[] entries)
    {
        Raw("<p class=\"legend\">");
        foreach ((string style, string name) in entries)
        {
            Raw($"<i class=\"{style}\"></i>").Element("span", name);
        }

        return Raw("</p>\n");
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

    /// <summary>A table that is shown when its heading is touched.</summary>
    public Html Folded(string heading, int firstNumber, string[] header, IEnumerable<IEnumerable<string>> rows) =>
        Raw("<details>").Element("summary", heading).Table(firstNumber, header, rows).Raw("</details>\n");

    public Html List(IEnumerable<string> texts)
    {
        Raw("<ul>");
        foreach (string text in texts)
        {
            Element("li", text);
        }

        return Raw("</ul>\n");
    }

    /// <summary>A figure with its name, and a word on it.</summary>
    public Html Tile(string name, string value, string? note = null)
    {
        Raw("<div class=\"tile\">").Element("span", name, "quiet").Element("strong", value);
        return (note is null ? this : Element("span", note, "quiet")).Raw("</div>\n");
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
