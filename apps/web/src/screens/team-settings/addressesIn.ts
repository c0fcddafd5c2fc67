/** Mail addresses as people paste them: on lines, with commas or semicolons, each once. */
export function addressesIn(text: string): { addresses: string[]; wrong: string[] } {
  const all = [...new Set(text.split(/[\s,;]+/).filter((each) => each !== ''))];
  return { addresses: all, wrong: all.filter((each) => !SHAPE.test(each)) };
}

/** Enough to see a slip; the server looks closer. */
const SHAPE = /^[^@<>]+@[^@<>]+\.[^@<>.]+$/;
