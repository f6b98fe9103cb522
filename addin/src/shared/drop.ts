/** What a page does with dropped files. */
export interface DropTarget {
  /** Where it is shown that something may be dropped; anywhere on the page it may be. */
  readonly place: HTMLElement;
  /** Whether nothing can be dropped now, because nothing else can be used, either. */
  readonly isClosed: () => boolean;
  readonly take: (files: readonly File[]) => void;
}

/** Takes files that are dropped on a page. */
export function takeDrops({ place, isClosed, take }: DropTarget): void {
  for (const type of ['dragenter', 'dragover'] as const) {
    document.addEventListener(type, (event) => {
      event.preventDefault();
      const closed = isClosed();
      place.classList.toggle('over', !closed);
      if (closed && event.dataTransfer) {
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
    if (!isClosed()) {
      take([...(event.dataTransfer?.files ?? [])]);
    }
  });
}
