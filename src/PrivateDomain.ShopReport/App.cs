using System.CommandLine;
using CsvHelper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PrivateDomain.Core;
using PrivateDomain.Core.DependencyInjection;
using PrivateDomain.ShopReport.Reading;
using PrivateDomain.ShopReport.Views;
using PrivateDomain.ShopReport.Views.Sections;
using Spectre.Console;

namespace PrivateDomain.ShopReport;

/// <summary>From typed arguments to an exit code.</summary>
internal static class App
{
    public const int Fine = 0;
    public const int SomeRowsBad = 1;
    public const int CannotRun = 2;
    private const int PlainWidth = 120;

    public static int Run(string[] args, TextWriter output, TextWriter error, CancellationToken stop = default) =>
        Run(args, output, error, TimeProvider.System, stop);

    /// <summary>The same, by a clock that tells how long it takes.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock, CancellationToken stop)
    {
        ParseResult typed = CommandLine.Root.Parse(args);
        bool isHelp = typed.Action is not null && typed.Action != typed.CommandResult.Command.Action && typed.Errors.Count == 0;
        if (isHelp)
        {
            return typed.Invoke(new InvocationConfiguration { Output = output, Error = error });
        }

        if (typed.Errors.Count > 0)
        {
            error.WriteLine(string.Join(Environment.NewLine, typed.Errors.Select(static each => each.Message)));
            error.WriteLine("See --help.");
            return CannotRun;
        }

        Language language = OptionsReader.LanguageOf(typed);
        if (typed.GetValue(CommandLine.Init))
        {
            output.WriteLine(Templates.Next(Templates.Write(Directory.GetCurrentDirectory())).In(language));
            return Fine;
        }

        try
        {
            ReportOptions options = OptionsReader.Read(typed);
            var texts = new Texts(options.Language);
            bool isOff = options.Quiet || typed.GetValue(CommandLine.NoProgress);
            var progress = new HowFar(ConsoleOn(error), texts, clock, isOff);
            var view = new ConsoleView(ConsoleOn(output), texts, options);
            return Run(options, OptionsReader.ReadCompare(typed), view, texts, progress, stop);
        }
        catch (CannotRunException problem)
        {
            error.WriteLine(problem.Why.In(language));
        }
        catch (InvalidPolicyException problem)
        {
            error.WriteLine(string.Join(Environment.NewLine, problem.Mistakes.Select(each => each.ToString(language))));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CsvFormatException)
        {
            error.WriteLine(problem.Message);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("Stopped.");
        }

        return CannotRun;
    }

    // The costs file says what the rules are, so the files are read first and the host is built with what they say.
    private static int Run(
        ReportOptions options, CompareOptions? compared, ConsoleView view, Texts texts, HowFar progress, CancellationToken stop)
    {
        ShopFiles files = progress.During(() => new ShopReader(options, progress).Read(stop));
        if (options.SaveMapping is not null)
        {
            MappingFile.Write(options.SaveMapping, files.Reading, options);
        }

        if (options.ExplainsColumns)
        {
            view.ShowReading(files.Reading);
            return Fine;
        }

        if (compared is not null)
        {
            return CompareRun.Run(options, compared, view, files, texts);
        }

        using IHost host = Build(options, files, texts, view, progress);
        return host.Services.GetRequiredService<ReportRun>().Run(files, stop);
    }

    private static IHost Build(ReportOptions options, ShopFiles files, Texts texts, ConsoleView view, HowFar progress)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services
            .AddPrivateDomain(shop => Rules.Describe(shop, options, files))
            .AddSingleton(options)
            .AddSingleton(texts)
            .AddSingleton(view)
            .AddSingleton(progress)
            .AddSingleton<CostAnalysis>()
            .AddSingleton<ProductAnalysis>()
            .AddSingleton<RelationshipAnalysis>()
            .AddSingleton<OutreachAnalysis>()
            .AddSingleton<ReferralAnalysis>()
            .AddSingleton<GrowthAnalysis>()
            .AddSingleton<SegmentAnalysis>()
            .AddSingleton<TodayAnalysis>()
            .AddSingleton<ColdAnalysis>()
            .AddSingleton<CustomersAnalysis>()
            .AddSingleton<PeriodAnalysis>()
            .AddSingleton<KnowledgeAnalysis>()
            .AddSingleton<Analysis>()
            .AddSingleton<Charts>()
            .AddSingleton<ISection, GrowthSection>() // the sections stand in the report in this order
            .AddSingleton<ISection, SummarySection>()
            .AddSingleton<ISection, TodaySection>()
            .AddSingleton<ISection, ColdSection>()
            .AddSingleton<ISection, PlanSection>()
            .AddSingleton<ISection, RetainedSection>()
            .AddSingleton<ISection, WeeksSection>()
            .AddSingleton<ISection, SpendSection>()
            .AddSingleton<ISection, RelationshipSection>()
            .AddSingleton<ISection, OutreachSection>()
            .AddSingleton<ISection, RfmSection>()
            .AddSingleton<ISection, SegmentsSection>()
            .AddSingleton<ISection, CustomersSection>()
            .AddSingleton<ISection, KnowledgeSection>()
            .AddSingleton<ISection, ProductsSection>()
            .AddSingleton<ISection, TraitsSection>()
            .AddSingleton<ISection, CampaignsSection>()
            .AddSingleton<ISection, PaybackSection>()
            .AddSingleton<ISection, UpkeepSection>()
            .AddSingleton<ISection, ValuesSection>()
            .AddSingleton<ISection, ReferralSection>()
            .AddSingleton<ISection, RulesSection>()
            .AddSingleton<HtmlView>()
            .AddSingleton<ReportRun>();
        return builder.Build();
    }

    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var target = new AnsiConsoleOutput(output);
        IAnsiConsole console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = target, Ansi = target.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No });
        if (!target.IsTerminal)
        {
            console.Profile.Width = PlainWidth;
        }

        return console;
    }
}
