namespace Insek.Office.Domain;

/// <summary>Whether a planning area is a part of the town or all of it.</summary>
public enum AreaScope
{
    /// <summary>A part of the town (Plangebiet).</summary>
    PlanningArea,

    /// <summary>The whole town (Gesamtstadt).</summary>
    WholeTown,
}

/// <summary>A planning area (Plangebiet) of the concept.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Order">Its place among the areas, from 1.</param>
/// <param name="Code">The short code people use, for example "PG I"; null where there is none.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scope">Part of the town, or all of it.</param>
public sealed record PlanningArea(AreaId Id, int Order, string? Code, string Name, AreaScope Scope)
{
    /// <summary>Code and name, as a table shows them.</summary>
    public string Label => Code is null ? Name : $"{Code} {Name}";
}
