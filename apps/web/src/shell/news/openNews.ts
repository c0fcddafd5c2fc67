/** The first attempt after a loss comes within so many ms; the next ones double it. */
const FIRST_MS = 2_000;
const LONGEST_MS = 300_000;
/** A page that nobody sees needs no news: it lets go of its stream after so long, ms. */
const UNSEEN_MS = 10_000;

/**
 * Hears what the server says of news, for as long as the page is seen: browsers open six streams of
 * the older HTTP at most, for all tabs together. What was missed is everything, when it is open again.
 * @param hear `null`: something may have been missed
 * @returns how to stop
 */
export function openNews(hear: (topic: string | null) => void): () => void {
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempts = 0;
  let wasOpen = false;

  const close = (): void => {
    clearTimeout(timer);
    timer = undefined;
    events?.close();
    events = null;
  };
  const open = (): void => {
    close();
    events = new EventSource('/live/news');
    events.addEventListener('open', () => {
      attempts = 0;
      // Before the first time only the bell has asked already, a moment ago.
      hear(wasOpen ? null : 'person');
      wasOpen = true;
    });
    events.addEventListener('message', ({ data }) =>
      hear(data === 'everything' ? null : String(data)),
    );
    // Our own pauses: the browser’s own are the same for everybody, and a server has gone for all at once.
    events.addEventListener('error', () => {
      close();
      const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** attempts++);
      timer = setTimeout(open, bound * (0.2 + 0.8 * Math.random()));
    });
  };
  const look = (): void => {
    if (document.visibilityState === 'hidden') {
      clearTimeout(timer);
      timer = setTimeout(close, UNSEEN_MS);
    } else if (events) clearTimeout(timer);
    else open();
  };

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    close();
  };
}
