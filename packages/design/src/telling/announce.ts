/**
 * Says a text to screen readers. The two live regions are made on first use and stay: a region that is
 * added together with its text is not read. They live inside the topmost modal dialog while one is
 * open, because everything outside it is inert and therefore silent.
 */
export function announce(text: string, { assertive = false }: { assertive?: boolean } = {}): void {
  const region = liveRegion(assertive ? 'assertive' : 'polite');
  const line = document.createElement('p');
  line.textContent = text;
  region.append(line);
  // Screen readers have taken the text by then; an old line must not be found by reading on.
  setTimeout(() => line.remove(), 8000);
}

type Manners = 'polite' | 'assertive';

function liveRegion(manners: Manners): HTMLElement {
  const dialogs = document.querySelectorAll<HTMLElement>('dialog:modal');
  const home = dialogs[dialogs.length - 1] ?? document.body;
  const found = home.querySelector<HTMLElement>(`:scope > [data-live="${manners}"]`);
  if (found) return found;
  const region = document.createElement('div');
  region.dataset['live'] = manners;
  region.className = 'visually-hidden';
  region.setAttribute('aria-live', manners);
  region.setAttribute('aria-relevant', 'additions');
  home.append(region);
  return region;
}
