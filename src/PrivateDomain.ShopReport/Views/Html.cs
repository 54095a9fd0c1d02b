using System.Globalization;
using System.Net;
using System.Text;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Writes HTML; every text goes through the encoder here, only <see cref="Raw"/> does not.</summary>
/// <param name="customers">The place of each customer who has a page in the report.</param>
internal sealed class Html(IReadOnlyDictionary<CustomerId, int> customers)
{
    private readonly StringBuilder page = new();
    private readonly List<(string Id, string Title)> sections = [];
    private int lists;

    /// <summary>The sections so far, for the contents.</summary>
    public IReadOnlyList<(string Id, string Title)> Sections => sections;

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public Html Raw(string markup)
    {
        page.Append(markup);
        return this;
    }

    public Html Element(string name, string text, string? style = null, string? tip = null)
    {
        page.Append('<').Append(name);
        Attribute("class", style);
        Attribute("title", tip);
        page.Append('>').Append(Escape(text)).Append("</").Append(name).Append(">\n");
        return this;
    }

    /// <summary>A section of the page with its heading; in the contents.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="write">What stands in it.</param>
    /// <param name="style">A further style, such as <c>full</c> for the whole width.</param>
    public Html Section(string title, Action write, string? style = null)
    {
        string id = Open(title, style);
        Raw($"<h2 id=\"{id}h\">{Escape(title)}</h2>\n");
        write();
        return Raw("</section>\n");
    }

    /// <summary>A section of a part of the report, or why it is missing.</summary>
    public Html Section<T>(string title, string? meaning, T? part, string whenMissing, Action<T> write, string? style = null)
        where T : class => Section(
            title,
            () =>
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
            },
            style);

    /// <summary>The beginning of a section whose heading is written by hand, with the id that is returned and an h at its end.</summary>
    public string Open(string title, string? style)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"s{sections.Count + 1}");
        sections.Add((id, title));
        Raw($"<section id=\"{id}\" class=\"card{(style is null ? "" : " " + style)}\" aria-labelledby=\"{id}h\">\n");
        return id;
    }

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

    /// <summary>A table; on a phone every row of more than three columns becomes a card.</summary>
    /// <param name="caption">What it holds, for those who hear it.</param>
    /// <param name="firstNumber">The columns from this one on hold numbers.</param>
    /// <param name="header">The names of the columns; empty for none.</param>
    /// <param name="rows">The rows.</param>
    public Html Table(string caption, int firstNumber, string[] header, IEnumerable<IEnumerable<string>> rows) =>
        Table(caption, firstNumber, header, rows.Select(static row => row.Select(static text => new Cell(text))));

    /// <inheritdoc cref="Table(string, int, string[], IEnumerable{IEnumerable{string}})"/>
    public Html Table(string caption, int firstNumber, string[] header, IEnumerable<IEnumerable<Cell>> rows) =>
        Table(caption, firstNumber, header, rows, "");

    /// <summary>A list that can be sorted, filtered and downloaded.</summary>
    /// <param name="caption">What it holds; the name of the file.</param>
    /// <param name="firstNumber">The columns from this one on hold numbers.</param>
    /// <param name="header">The names of the columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="shown">How many are shown at first.</param>
    /// <param name="choices">The columns by whose values rows can be chosen.</param>
    public Html List(
        string caption, int firstNumber, string[] header, IEnumerable<IEnumerable<Cell>> rows, int shown, params int[] choices) =>
        Table(caption, firstNumber, header, rows, string.Create(
            CultureInfo.InvariantCulture,
            $" id=\"list{++lists}\" data-list=\"{Escape(caption)}\" data-shown=\"{shown}\" data-choices=\"{string.Join(' ', choices)}\""));

    /// <summary>A table that is shown when its heading is touched.</summary>
    public Html Folded(string heading, int firstNumber, string[] header, IEnumerable<IEnumerable<string>> rows) =>
        Raw("<details>").Element("summary", heading).Table(heading, firstNumber, header, rows).Raw("</details>\n");

    public Html List(IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length > 0)
        {
            Raw("<ul>");
            foreach (string text in all)
            {
                Element("li", text);
            }

            Raw("</ul>\n");
        }

        return this;
    }

    /// <summary>A figure with its name, what it means, and words on it.</summary>
    public Html Tile(string name, string value, string? note = null, string? tip = null, params IEnumerable<string> warnings)
    {
        Raw("<div class=\"tile\"").Attribute("title", tip).Raw(">").Element("span", name, "quiet").Element("strong", value);
        if (note is not null)
        {
            Element("span", note, "quiet");
        }

        foreach (string warning in warnings)
        {
            Raw("<span class=\"warned\"><i aria-hidden=\"true\">!</i> ").Raw(Escape(warning)).Raw("</span>\n");
        }

        return Raw("</div>\n");
    }

    /// <summary>A word in the colour of how something stands, with an icon, so that colour alone says nothing.</summary>
    public Html Mark(string text, string style)
    {
        page.Append("<span class=\"mark ").Append(style).Append("\"><i aria-hidden=\"true\">").Append(Style.IconOf(style))
            .Append("</i> ").Append(Escape(text)).Append("</span>");
        return this;
    }

    public override string ToString() => page.ToString();

    private Html Attribute(string name, string? value)
    {
        if (value is not null)
        {
            page.Append(' ').Append(name).Append("=\"").Append(Escape(value)).Append('"');
        }

        return this;
    }

    private Html Table(string caption, int firstNumber, string[] header, IEnumerable<IEnumerable<Cell>> rows, string attributes)
    {
        const int ColumnsOnPhone = 3;
        bool hasHeader = Array.Exists(header, static name => name.Length > 0);
        page.Append("<div class=\"scroll\"><table role=\"table\"").Append(attributes)
            .Append(header.Length > ColumnsOnPhone ? " class=\"cards\">" : ">")
            .Append("<caption>").Append(Escape(caption)).Append("</caption>");
        if (hasHeader)
        {
            page.Append("<thead role=\"rowgroup\"><tr role=\"row\">");
            for (int i = 0; i < header.Length; i++)
            {
                // What heads nothing is no header: a screen reader would stop at it.
                page.Append(header[i].Length == 0 ? "<td" : "<th scope=\"col\" role=\"columnheader\"")
                    .Append(i >= firstNumber ? " class=\"number\">" : ">").Append(Escape(header[i]))
                    .Append(header[i].Length == 0 ? "</td>" : "</th>");
            }

            page.Append("</tr></thead>");
        }

        page.Append("<tbody role=\"rowgroup\">");
        foreach (IEnumerable<Cell> row in rows)
        {
            page.Append("<tr role=\"row\">");
            int index = 0;
            foreach (Cell cell in row)
            {
                Write(cell, index, index >= firstNumber, hasHeader && index < header.Length ? header[index] : "");
                index++;
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
        return this;
    }

    private void Write(Cell cell, int index, bool isNumber, string header)
    {
        string name = index == 0 ? "th" : "td";
        page.Append('<').Append(name).Append(index == 0 ? " scope=\"row\" role=\"rowheader\"" : " role=\"cell\"");
        Attribute("class", isNumber ? "number" : null);
        Attribute("data-v", cell.Sort);
        Attribute("data-label", header.Length > 0 && index > 0 ? header : null);
        page.Append('>');
        if (cell.Customer.Text is { Length: > 0 } && customers.TryGetValue(cell.Customer, out int place))
        {
            page.Append(CultureInfo.InvariantCulture, $"<span class=\"customer\" data-c=\"{place}\">").Append(Escape(cell.Text))
                .Append("</span>");
        }
        else if (cell.Mark is { } style)
        {
            Mark(cell.Text, style);
        }
        else if (!cell.Chips.IsDefault)
        {
            foreach (string chip in cell.Chips)
            {
                page.Append("<span class=\"chip\">").Append(Escape(chip)).Append("</span> ");
            }
        }
        else
        {
            page.Append(Escape(cell.Text));
        }

        if (cell.Note is { } note)
        {
            page.Append("<small>").Append(Escape(note)).Append("</small>");
        }

        page.Append("</").Append(name).Append('>');
    }
}
