namespace Insek.Office.Contracts;

/// <summary>A table that can be made.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title, in German.</param>
/// <param name="Parameters">What it takes.</param>
public sealed record TableDefinitionView(string Id, string Title, IReadOnlyList<TableParameterView> Parameters);

/// <summary>A parameter of a table.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Title">Its title, in German.</param>
/// <param name="Required">Whether it must be given.</param>
/// <param name="Values">The values it can have in this concept.</param>
public sealed record TableParameterView(string Name, string Title, bool Required, IReadOnlyList<TableParameterChoice> Values);

/// <summary>A value a parameter can have.</summary>
/// <param name="Value">As written in the query.</param>
/// <param name="Title">As people read it.</param>
public sealed record TableParameterChoice(string Value, string Title);
