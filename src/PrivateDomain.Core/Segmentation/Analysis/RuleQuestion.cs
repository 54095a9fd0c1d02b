using System.Numerics;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Analysis;

/// <summary>Whether there can be a customer of whom some rules hold and others do not: yes with a witness, no, or not decided.</summary>
/// <remarks>"No" is found over conditions that every customer fulfils, so it is sure. "Yes" is said only of a customer that was made and of
/// whom the plain reading says it. Whatever lies between, and whatever takes too long, is not decided.</remarks>
internal sealed class RuleQuestion
{
    /// <summary>How many choices are tried at most.</summary>
    internal const int ChoicesMax = 4_000;

    private const int MadeMax = 48;
    private readonly RuleModel model;
    private readonly RuleNode asked;
    private readonly Timelines timelines;
    private readonly HistoryMaker maker;
    private readonly Func<CustomerFacts, FactValues>? read;
    private readonly Func<FactValues, bool> confirms;
    private readonly List<RuleNode> conditions;
    private readonly bool[] isFree;
    private int choices;
    private int made;

    internal RuleQuestion(
        RuleModel model, RuleNode asked, Timelines timelines, HistoryMaker maker, Func<CustomerFacts, FactValues>? read,
        Func<FactValues, bool> confirms)
    {
        this.model = model;
        this.asked = asked;
        this.read = read;
        this.confirms = confirms;
        this.timelines = timelines;
        this.maker = maker;
        conditions = [.. model.TextsNeedTheirSet()];
        isFree = [.. model.Variables.Select(static v => v.Meaning.Kind == MeaningKind.Own)];
    }

    /// <summary>Whether something was left open: too many choices, or a customer that nobody could make.</summary>
    internal bool IsOpen { get; private set; }

    /// <summary>The cells of the last witness: all customers of them that there are answer alike.</summary>
    internal ulong[] Cells { get; private set; } = [];

    /// <summary>The next witness whose cells were not excluded; null when there is none or it is not decided.</summary>
    internal RuleWitness? Next()
    {
        (choices, made) = (0, 0);
        return Search([.. model.Variables.Select(static v => v.All)], isTold: false);
    }

    /// <summary>Leaves out the customers of some cells.</summary>
    internal void Exclude(ulong[] cells) => conditions.Add(RuleNode.All(
        [.. cells.Select(static (left, i) => RuleNode.Leaf(i, left)).Where((_, i) => cells[i] != model.Variables[i].All)]).Turned);

    /// <summary>Makes the cells of the last witness as wide as the rules stay the same in them.</summary>
    internal ulong[] Widen()
    {
        ulong[] cells = [.. Cells];
        for (int i = 0; i < cells.Length; i++)
        {
            ulong own = cells[i];
            cells[i] = model.Variables[i].All;
            if (asked.Says(cells) == true)
            {
                continue;
            }

            cells[i] = own;
            for (int cell = 0; cell < model.Variables[i].Cells.Length; cell++)
            {
                cells[i] |= 1UL << cell;
                own = asked.Says(cells) == true ? cells[i] : own;
                cells[i] = own;
            }
        }

        return cells;
    }

    private RuleWitness? Search(ulong[] left, bool isTold)
    {
        if (++choices > ChoicesMax)
        {
            IsOpen = true;
            return null;
        }

        bool? says = asked.Says(left);
        RuleNode? open = says == false ? null : asked.Open(left);
        foreach (RuleNode node in conditions)
        {
            if (node.Says(left) == false)
            {
                return null;
            }

            open ??= node.Says(left) is null ? node.Open(left) : null;
        }

        if (says == false || (isTold && !timelines.MayBe(left)))
        {
            return null;
        }

        if (says is null || open is not null)
        {
            return Branch(left, open!.Variable, open.Cells);
        }

        // The rules hold whatever the rest is. Facts of history are chosen cell by cell, so that a history can be made.
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != model.Variables[i].All && !BitOperations.IsPow2(left[i]) && !isFree[i])
            {
                return Branch(left, i, FirstOf(left[i]));
            }
        }

        return Made(left);
    }

    // Known before absent, low before high.
    private static ulong FirstOf(ulong left) => left != 1 && (left & ~1UL) != 0 ? left & ~1UL & (~(left & ~1UL) + 1) : left & 1;

    private RuleWitness? Branch(ulong[] left, int variable, ulong cells)
    {
        ulong[] with = [.. left];
        with[variable] &= cells;
        ulong[] without = [.. left];
        without[variable] &= ~cells;
        (ulong[] first, ulong[] second) = IsLikelier(variable, with[variable], without[variable]) ? (with, without) : (without, with);
        bool isOfHistory = model.Variables[variable].Meaning.Kind is not (MeaningKind.Own or MeaningKind.Bucket);
        return Search(first, IsTold(first)) ?? (choices > ChoicesMax ? null : Search(second, IsTold(second)));

        // Nothing new is asked of a history by a fact that may be absent.
        bool IsTold(ulong[] cells) => isOfHistory && cells[variable] != 0
            && (model.Variables[variable].Text is not null || (cells[variable] & 1) == 0);
    }

    // Known facts are likelier than absent ones; no text is put into a set without need.
    private bool IsLikelier(int variable, ulong left, ulong right) =>
        model.Variables[variable].Text is not null ? (left & 1) != 0 : (left & ~1UL) != 0 || (right & ~1UL) == 0;

    private RuleWitness? Made(ulong[] left)
    {
        ulong[] chosen = [.. left];
        for (int i = 0; i < chosen.Length; i++)
        {
            // A free fact takes its first known cell.
            chosen[i] = isFree[i] && chosen[i] != model.Variables[i].All ? FirstOf(chosen[i]) : chosen[i];
        }

        if (++made > MadeMax)
        {
            IsOpen = true;
            return null;
        }

        foreach (RuleWitness witness in maker.Make(chosen, read))
        {
            if (confirms(witness.Values))
            {
                Cells = left;
                return witness;
            }
        }

        IsOpen = true;
        return null;
    }
}
