namespace Insek.Office.Domain.Lists;

/// <summary>What a column of a town hall's own list can fill. The names in camel case are part of the mapping file.</summary>
public enum ListField
{
    /// <summary>The measure's number in the list.</summary>
    Number,

    /// <summary>Number and title in one cell.</summary>
    NumberAndTitle,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The description.</summary>
    Description,

    /// <summary>The Handlungsfeld, which is a sector concept here.</summary>
    Sector,

    /// <summary>The planning area.</summary>
    Areas,

    /// <summary>Who is responsible.</summary>
    Owner,

    /// <summary>Who takes part.</summary>
    Partners,

    /// <summary>How urgent it is.</summary>
    Priority,

    /// <summary>Short, medium or long term.</summary>
    Horizon,

    /// <summary>The estimated cost.</summary>
    Cost,

    /// <summary>What it has cost so far.</summary>
    ActualCost,

    /// <summary>The funding programme.</summary>
    Funding,

    /// <summary>How far it has come, in words.</summary>
    State,

    /// <summary>How far it has come, in percent.</summary>
    Progress,

    /// <summary>The day by which it is due.</summary>
    Due,

    /// <summary>When it begins; a measure has no field for that, so it is kept as written.</summary>
    Begin,

    /// <summary>What comes next.</summary>
    NextStep,

    /// <summary>Who stands in for the owner.</summary>
    Deputy,

    /// <summary>Whether it is a key measure.</summary>
    KeyMeasure,
}
