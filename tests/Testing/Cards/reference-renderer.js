// Runs in a page beside the reference renderer (node_modules/adaptivecards); ReferenceRenderer.cs calls it.
"use strict";

(() => {
  // What the renderer reads by itself, past its schema.
  const structure = new Map([
    // An unfolded card's schema has neither version nor $schema; our cards name a version all the same.
    [AdaptiveCards.AdaptiveCard, ["body", "actions", "version", "$schema"]],
    [AdaptiveCards.Container, ["items"]],
    [AdaptiveCards.ColumnSet, ["columns"]],
    [AdaptiveCards.ActionSet, ["actions"]],
    [AdaptiveCards.RichTextBlock, ["inlines"]],
    [AdaptiveCards.Table, ["rows"]],
    [AdaptiveCards.TableRow, ["cells"]],
    [AdaptiveCards.ShowCardAction, ["card"]],
    [AdaptiveCards.CardElement, ["fallback"]],
    [AdaptiveCards.Action, ["fallback"]],
  ]);

  const typeOf = (object, source) => source.type ?? object.constructor.JsonTypeName ?? object.getSchemaKey();

  const structural = (object, name) =>
    [...structure].some(([type, names]) => object instanceof type && names.includes(name))
    && !(object instanceof AdaptiveCards.AdaptiveCard && name === "items");

  const definitionsOf = (object, name) => {
    const schema = object.getSchema();

    return Array.from({ length: schema.getCount() }, (_, index) => schema.getItemAt(index)).filter(each => each.name === name);
  };

  // A boolean given as a text, for instance, is passed over in silence.
  const accepts = (object, definition, value) =>
    definition instanceof AdaptiveCards.BoolProperty ? typeof value === "boolean"
      : definition instanceof AdaptiveCards.NumProperty ? typeof value === "number"
        : definition instanceof AdaptiveCards.StringProperty ? typeof value === "string"
          : value !== null && object.getValue(definition) !== undefined;

  // Every object of a card comes through this method of the base class, with the JSON it is read from.
  const watchParsing = (allowances, problems) => {
    const internalParse = AdaptiveCards.SerializableObject.prototype.internalParse;

    AdaptiveCards.SerializableObject.prototype.internalParse = function (source, context) {
      internalParse.call(this, source, context);

      if (!source || typeof source !== "object") {
        return;
      }

      const type = typeOf(this, source);

      for (const [name, value] of Object.entries(source)) {
        const definitions = definitionsOf(this, name);

        if (allowances.some(each => each.type === type && each.property === name)) {
          continue;
        }

        if (definitions.length === 0) {
          if (!structural(this, name)) {
            problems.push(`${type}.${name}: no such property`);
          }
        } else if (definitions.every(each => each.targetVersion.compareTo(context.targetVersion) > 0)) {
          problems.push(`${type}.${name}: since ${definitions[0].targetVersion}, but the card says ${context.targetVersion}`);
        } else if (!definitions.some(each => accepts(this, each, value))) {
          problems.push(`${type}.${name}: the value ${JSON.stringify(value)} is ignored`);
        }
      }

      // A fallback is otherwise read only where it is needed.
      if (source.fallback && typeof source.fallback === "object" && !(this instanceof AdaptiveCards.AdaptiveCard)) {
        if (this instanceof AdaptiveCards.Action) {
          context.parseAction(undefined, source.fallback, [], false);
        } else {
          context.parseElement(undefined, source.fallback, [], false);
        }
      }
    };
  };

  // Far less than markdown, about as much as Teams shows in a text block.
  const markdown = text => text
    .replace(/[&<>"]/g, mark => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark])
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replace(/_(.+?)_/g, "<em>$1</em>")
    .replace(/\r?\n/g, "<br>");

  const style = (background, colours) => ({
    backgroundColor: background,
    borderColor: colours.line,
    foregroundColors: Object.fromEntries(["default", "dark", "light", "accent", "good", "warning", "attention"].map(name => [name, {
      default: colours[name] ?? colours.default,
      subtle: name === "default" ? colours.subtle : colours[name] ?? colours.subtle,
      highlightColors: { default: colours.highlight, subtle: colours.highlight },
    }])),
  });

  const hostConfig = colours => new AdaptiveCards.HostConfig({
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.line },
    fontTypes: {
      default: {
        fontFamily: "'Segoe UI', system-ui, sans-serif",
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 200, default: 400, bolder: 600 },
      },
      monospace: {
        fontFamily: "monospace",
        fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
        fontWeights: { lighter: 200, default: 400, bolder: 600 },
      },
    },
    imageSizes: { small: 32, medium: 52, large: 100 },
    containerStyles: Object.fromEntries(
      Object.entries(colours.backgrounds).map(([name, background]) => [name, style(background, colours)])),
    actions: {
      maxActions: 6,
      spacing: "default",
      buttonSpacing: 8,
      showCard: { actionMode: "inline", inlineTopMargin: 16, style: "default" },
      actionsOrientation: "horizontal",
      actionAlignment: "left",
    },
    inputs: {
      label: {
        requiredInputs: { color: "default", size: "default", suffix: " *", suffixColor: "attention" },
        optionalInputs: { color: "default", size: "default" },
      },
      errorMessage: { color: "attention", size: "small" },
    },
    factSet: { title: { weight: "bolder", wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: "large", weight: "bolder" }, columnHeader: { weight: "bolder" } },
  });

  const paint = colours => {
    const root = document.documentElement.style;

    root.colorScheme = colours.scheme;
    root.setProperty("--background", colours.backgrounds.default);
    root.setProperty("--text", colours.default);
    root.setProperty("--subtle", colours.subtle);
    root.setProperty("--line", colours.control);
    root.setProperty("--accent", colours.accent);
    root.setProperty("--attention", colours.attention);
  };

  // Text that is cut with an ellipsis is not wider than the card.
  globalThis.overflows = card => {
    const right = card.getBoundingClientRect().right + 1;
    const cut = element => element.closest("[style*='text-overflow']") ?? element;

    return [...card.querySelectorAll("*")].some(element => cut(element).getBoundingClientRect().right > right);
  };

  globalThis.renderCard = ({ json, colours, allowances }) => {
    const problems = [];
    const source = JSON.parse(json);
    const card = new AdaptiveCards.AdaptiveCard();
    const context = new AdaptiveCards.SerializationContext(AdaptiveCards.Version.parse(source.version, new AdaptiveCards.SerializationContext()));

    watchParsing(allowances, problems);
    paint(colours);
    document.documentElement.lang = source.lang ?? "de";
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown(text);
      result.didProcess = true;
    };
    card.hostConfig = hostConfig(colours);
    card.parse(source, context);

    for (let index = 0; index < context.eventCount; index++) {
      const { event, message } = context.getEventAt(index);

      // Told above, with the place.
      if (event !== AdaptiveCards.ValidationEvent.UnsupportedProperty) {
        problems.push(message);
      }
    }

    problems.push(...card.validateProperties().validationEvents.map(each => each.message));
    document.getElementById("card").replaceChildren(card.render());

    return [...new Set(problems)];
  };
})();
