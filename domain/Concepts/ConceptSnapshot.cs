namespace Insek.Office.Domain;

/// <summary>A whole concept as it stood at one version: immutable, ordered, with the look-ups that tables and filters need.</summary>
public sealed class ConceptSnapshot
{
    private readonly Dictionary<SectorKey, SectorConcept> _sectors;
    private readonly Dictionary<AreaId, PlanningArea> _areas;
    private readonly Dictionary<ItemId, Goal> _goals;
    private readonly Dictionary<ItemId, Measure> _measures;

    /// <summary>Orders and indexes the parts of a concept.</summary>
    /// <exception cref="ArgumentException">Two parts of one kind share an id.</exception>
    public ConceptSnapshot(Concept concept, long version, IEnumerable<SectorConcept> sectors, IEnumerable<PlanningArea> areas, IEnumerable<Goal> goals, IEnumerable<Measure> measures)
    {
        Concept = concept;
        Version = version;
        Sectors = [.. sectors.OrderBy(sector => sector.Order).ThenBy(sector => sector.Key.Value, NaturalOrder.Instance)];
        Areas = [.. areas.OrderBy(area => area.Order).ThenBy(area => area.Id.Value, NaturalOrder.Instance)];
        _sectors = Sectors.ToDictionary(sector => sector.Key);
        _areas = Areas.ToDictionary(area => area.Id);
        Goals = [.. goals.OrderBy(goal => OrderOf(goal.Content.Sector)).ThenBy(goal => goal.Content.Number).ThenBy(goal => goal.Id.Value, NaturalOrder.Instance)];
        _goals = Goals.ToDictionary(goal => goal.Id);
        Measures = Ordered(measures);
        _measures = Measures.ToDictionary(measure => measure.Id);
    }

    /// <summary>The concept's head.</summary>
    public Concept Concept { get; }

    /// <summary>Counts every change of content, from 1.</summary>
    public long Version { get; }

    /// <summary>Sector concepts in their order.</summary>
    public IReadOnlyList<SectorConcept> Sectors { get; }

    /// <summary>Planning areas in their order.</summary>
    public IReadOnlyList<PlanningArea> Areas { get; }

    /// <summary>Goals by sector concept and number.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>Measures by sector concept, goal and id; those without a goal last.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>The sector concept, or null.</summary>
    public SectorConcept? Find(SectorKey key) => _sectors.GetValueOrDefault(key);

    /// <summary>The planning area, or null.</summary>
    public PlanningArea? Find(AreaId id) => _areas.GetValueOrDefault(id);

    /// <summary>The goal, or null.</summary>
    public Goal? FindGoal(ItemId id) => _goals.GetValueOrDefault(id);

    /// <summary>The measure, or null.</summary>
    public Measure? FindMeasure(ItemId id) => _measures.GetValueOrDefault(id);

    /// <summary>The sector concept's goals in order.</summary>
    public IEnumerable<Goal> GoalsOf(SectorKey sector) => GoalsBySector[sector];

    /// <summary>The sector concept's measures in order.</summary>
    public IEnumerable<Measure> MeasuresOf(SectorKey sector) => MeasuresBySector[sector];

    /// <summary>The goal's measures in order.</summary>
    public IEnumerable<Measure> MeasuresOf(ItemId goal) => MeasuresByGoal[goal];

    /// <summary>Where a measure applies: its own areas, or, where it names none, those of its goal.</summary>
    /// <remarks>A focus area taken from a slide names no area; the slide gives them to the goal.</remarks>
    public IEnumerable<AreaId> AreasOf(Measure measure)
    {
        if (measure.Content.Areas.Count > 0 || measure.Content.Goal is not { } goal || FindGoal(goal) is not { } found)
        {
            return measure.Content.Areas;
        }

        return found.Content.SpatialFocus.Where(focus => focus.Area is not null).Select(focus => focus.Area!.Value);
    }

    /// <summary>Everything in a goal's content that points to something the concept does not have.</summary>
    public IEnumerable<ContentProblem> CheckReferences(GoalContent content)
    {
        if (Find(content.Sector) is null)
        {
            yield return new ContentProblem("sector", "unknown-sector", content.Sector.Value);
        }

        foreach (var area in content.SpatialFocus.Where(focus => focus.Area is { } id && Find(id) is null))
        {
            yield return new ContentProblem("spatialFocus", "unknown-area", area.Area!.Value.Value);
        }
    }

    /// <summary>Everything in a measure's content that points to something the concept does not have.</summary>
    public IReadOnlyList<ContentProblem> CheckReferences(MeasureContent content)
    {
        // Nearly all references are right, and for those nothing is made.
        List<ContentProblem>? problems = null;
        if (Find(content.Sector) is null)
        {
            Add("sector", "unknown-sector", content.Sector.Value);
        }

        if (content.Goal is { } goal)
        {
            if (FindGoal(goal) is not { } found)
            {
                Add("goal", "unknown-goal", goal.Value);
            }
            else if (found.Content.Sector != content.Sector)
            {
                Add("goal", "goal-of-other-sector", goal.Value);
            }
        }

        foreach (var area in content.Areas)
        {
            if (Find(area) is null)
            {
                Add("areas", "unknown-area", area.Value);
            }
        }

        return problems ?? (IReadOnlyList<ContentProblem>)[];

        void Add(string field, string code, string value) => (problems ??= []).Add(new ContentProblem(field, code, value));
    }

    // Made when they are first asked for: many snapshots live for one look only. Two threads may make the same one.
    private ILookup<SectorKey, Goal> GoalsBySector => field ??= Goals.ToLookup(goal => goal.Content.Sector);

    private ILookup<SectorKey, Measure> MeasuresBySector => field ??= Measures.ToLookup(measure => measure.Content.Sector);

    private ILookup<ItemId, Measure> MeasuresByGoal => field ??= Measures.Where(measure => measure.Content.Goal is not null).ToLookup(measure => measure.Content.Goal!.Value);

    // Sorted in place, unlike OrderBy, which would keep three arrays of keys beside ten thousand measures. Ids are unique, so no two are equal.
    private Measure[] Ordered(IEnumerable<Measure> measures)
    {
        var placed = measures.Select(measure => (Sector: OrderOf(measure.Content.Sector), Goal: NumberOf(measure.Content.Goal), Measure: measure)).ToArray();
        Array.Sort(placed, static (x, y) =>
            x.Sector != y.Sector ? x.Sector.CompareTo(y.Sector)
            : x.Goal != y.Goal ? x.Goal.CompareTo(y.Goal)
            : NaturalOrder.Instance.Compare(x.Measure.Id.Value, y.Measure.Id.Value));
        return Array.ConvertAll(placed, place => place.Measure);
    }

    private int OrderOf(SectorKey sector) => Find(sector)?.Order ?? int.MaxValue;

    private int NumberOf(ItemId? goal) => goal is { } id && FindGoal(id) is { } found ? found.Content.Number : int.MaxValue;
}
