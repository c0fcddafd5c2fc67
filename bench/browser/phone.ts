// A mid-range phone, emulated: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms.
import type { Browser, CDPSession, Page } from 'playwright-core';

const CPU_SLOWDOWN = 4;
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
};

export interface Phone {
  readonly page: Page;
  /** JavaScript received so far, in bytes on the wire. */
  scriptBytes(): number;
  close(): Promise<void>;
}

/** @param screen a drag with the mouse needs a wide one; the speed is the phone's all the same */
export async function openPhone(
  browser: Browser,
  url: string,
  options: { screen: 'narrow' | 'wide'; cookie?: string },
): Promise<Phone> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'en',
    viewport:
      options.screen === 'narrow' ? { width: 360, height: 740 } : { width: 1280, height: 800 },
  });
  const [name = '', value = ''] = options.cookie?.split('=') ?? [];
  if (name !== '') await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', network);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return { page, scriptBytes: countScripts(session), close: () => context.close() };
}

function countScripts(session: CDPSession): () => number {
  const scripts = new Set<string>();
  let bytes = 0;
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}
