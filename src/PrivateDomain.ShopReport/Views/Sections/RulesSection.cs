using PrivateDomain.Core;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.ShopReport.Views.Sections;

/// <summary>The figures that the report was judged by: what the shop changed first, all of them on the page.</summary>
internal sealed class RulesSection(Texts texts, ReportOptions options) : ISection
{
    private const int ShownAtFirst = 8;

    public void Print(ReportModel model, ConsoleView console)
    {
        ShopFigure[] own = [.. model.Rules.Where(static figure => !figure.IsDefault)];
        console.Table(
            texts.RulesWord, 4, [texts.RulesPart, texts.RulesFigure, texts.RulesValue, texts.RulesDefault],
            own.Select(figure => new[] { Said(figure.Part), Said(figure.Figure), Said(figure.Value), Said(figure.Default) }));
    }

    public void Write(ReportModel model, Html html) => html.Section(texts.RulesWord, () =>
    {
        html.Element("p", texts.RulesMeaning, "quiet");
        html.List(
            texts.RulesWord, 6,
            [texts.RulesPart, texts.RulesFigure, texts.RulesValue, texts.RulesDefault, texts.RulesRange, texts.RulesSource],
            model.Rules.OrderBy(static figure => figure.IsDefault).Select(figure => new Cell[]
            {
                Said(figure.Part), Said(figure.Figure), Said(figure.Value), Said(figure.Default), Said(figure.Range), Said(figure.Source),
            }),
            ShownAtFirst, 0);
    });

    private string Said(Bilingual text) => text.In(options.Language);
}
