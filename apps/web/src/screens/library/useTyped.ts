import { useEffect, useRef, useState } from 'react';

/** Browsers refuse an address that changes more than about three times a second; ms. */
const PAUSE = 350;

/**
 * What is being typed, which the address follows after a short pause. When the address changes by itself, as
 * it does when somebody goes back, the field follows.
 */
export function useTyped(
  inAddress: string,
  write: (text: string) => void,
): [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState(inAddress);
  const written = useRef(inAddress);
  const writeNow = useRef(write);
  useEffect(() => {
    writeNow.current = write;
  });
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => {
    const text = typed.trim();
    if (text === written.current) return undefined;
    const timer = setTimeout(() => {
      written.current = text;
      writeNow.current(text);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
