/** What the page does with dropped files. */
export interface DropTarget {
  /** Where it is shown that something may be dropped; anywhere on the page it may be. */
  readonly place: HTMLElement;
  /** Whether the page is at work or asks something: nothing else can be used then, either. */
  readonly isBusy: () => boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Takes files that are dropped on the page. */
export function takeDrops({ place, isBusy, take }: DropTarget): void {
  for (const type of ['dragenter', 'dragover'] as const) {
    document.addEventListener(type, (event) => {
      event.preventDefault();
      const busy = isBusy();
      place.classList.toggle('over', !busy);
      if (busy && event.dataTransfer) {
        event.dataTransfer.dropEffect = 'none';
      }
    });
  }

  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) {
      place.classList.remove('over');
    }
  });

  // Prevented in any case: the browser would leave the page for the file.
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    place.classList.remove('over');
    if (!isBusy()) {
      take([...(event.dataTransfer?.files ?? [])]);
    }
  });
}
