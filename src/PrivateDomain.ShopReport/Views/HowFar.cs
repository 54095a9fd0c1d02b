using Spectre.Console;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Says on standard error how far the work is: on a terminal in one line that changes, elsewhere in a line now and then, and there
/// only of what takes long.</summary>
internal sealed class HowFar(IAnsiConsole error, Texts texts, TimeProvider clock, bool isOff)
{
    /// <summary>After how many rows it is worth asking whether something is to be said.</summary>
    public const int RowsBetween = 4096;

    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(0.2);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);
    private readonly bool isTerminal = error.Profile.Capabilities.Interactive && error.Profile.Out.IsTerminal;
    private Action<string>? say;
    private long saidAt;
    private long beganAt;
    private bool hasSaid;

    /// <summary>Works, and says at what.</summary>
    public T During<T>(Func<T> work)
    {
        if (isOff)
        {
            return work();
        }

        saidAt = clock.GetTimestamp();
        if (isTerminal)
        {
            return error.Status().Start("…", status =>
            {
                say = text => status.Status(Markup.Escape(text));
                return work();
            });
        }

        say = error.Profile.Out.Writer.WriteLine;
        return work();
    }

    /// <summary>A file is begun, or begun again: it is looked through first, and then read.</summary>
    public void Begin(string file)
    {
        if (say is not null)
        {
            beganAt = clock.GetTimestamp();
            SayOnTerminal(texts.Reading(file));
        }
    }

    /// <summary>So many rows of a file were looked through, or read where it is known how many there are.</summary>
    public void Rows(string file, long read, long? of)
    {
        if (say is null || clock.GetElapsedTime(saidAt) < (isTerminal ? OnTerminal : Elsewhere))
        {
            return;
        }

        TimeSpan? left = of is { } all ? clock.GetElapsedTime(beganAt) * ((double)Math.Max(0, all - read) / read) : null;
        Say(texts.Rows(file, read, of, left));
    }

    /// <summary>All is read, and the rules are applied.</summary>
    public void Working()
    {
        if (hasSaid)
        {
            Say(texts.Working);
        }
        else
        {
            SayOnTerminal(texts.Working);
        }
    }

    private void SayOnTerminal(string text)
    {
        if (isTerminal)
        {
            say?.Invoke(text);
        }
    }

    private void Say(string text)
    {
        say?.Invoke(text);
        saidAt = clock.GetTimestamp();
        hasSaid = true;
    }
}
