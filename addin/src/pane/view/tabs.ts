/** Tabs as people know them: one is reached by Tab, the others by arrow keys; each shows its panel. */
export class Tabs {
  private readonly all: readonly HTMLButtonElement[];

  /** @param shown Hears which tab is shown. */
  constructor(list: HTMLElement, private readonly shown: (id: string) => void) {
    this.all = [...list.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
    list.addEventListener('keydown', (event) => { this.onKey(event); });
    for (const tab of this.all) {
      tab.addEventListener('click', () => { this.show(tab.id); });
    }
  }

  show(id: string): void {
    for (const tab of this.all) {
      const selected = tab.id === id;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) {
        panel.hidden = !selected;
      }
    }

    this.shown(id);
  }

  private onKey(event: KeyboardEvent): void {
    const at = this.all.findIndex((tab) => tab === document.activeElement);
    const steps: Record<string, number> = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: this.all.length - 1 };
    const next = steps[event.key];
    const tab = next === undefined ? undefined : this.all.at(next % this.all.length);
    if (tab) {
      event.preventDefault();
      this.show(tab.id);
      tab.focus();
    }
  }
}
