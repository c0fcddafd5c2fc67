// Real browsers for tests: `CHROMIUM_PATH`, else what the machine has, else what can be installed.

import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { canRun, installByApt, quietly } from './debian.ts';
import { scriptOf } from './repository/paths.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/**
 * Finds a Chromium, or installs one: Debian's by apt where we are root, Playwright's otherwise.
 * Throws a sentence for people when there is none and none can be had.
 */
export function chromiumPath(): string {
  const given = process.env['CHROMIUM_PATH'];
  if (given !== undefined && given !== '') {
    if (canRun(given)) return given;
    throw new Error(`CHROMIUM_PATH is ${given}, but nothing can be run there.`);
  }
  return found() ?? installed();
}

/**
 * Pages of its own that Chromium opens behind the address bar of each window, which nobody in a test
 * sees: half a second of the processor and 150 MB for every person of a story.
 */
const unseen = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'];

/** What Playwright switches off: of several such lists Chromium heeds the last one alone. */
const unwanted = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/** What every Chromium in a test is started with. */
export function launchArgs(): string[] {
  return [
    // Its sandbox needs rights that containers and root do not have; tests open our own pages only.
    '--no-sandbox',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    `--disable-features=${[...unwanted, ...unseen].join(',')}`,
  ];
}

function found(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  candidates.push('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
  candidates.push('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
  // Where Playwright's own installer puts it.
  candidates.push(chromium.executablePath());
  return candidates.find(canRun);
}

function installed(): string {
  console.error('Installing Chromium for the browser tests… (first time only)');
  const failures = process.getuid?.() === 0 ? [installByApt('chromium')] : [];
  if (found() === undefined) failures.push(byPlaywright());
  const path = found();
  if (path !== undefined) return path;
  throw new Error(
    'The browser tests need Chromium, and it could not be installed.\n' +
      'Install Chromium or Chrome, or say where it is: CHROMIUM_PATH=/path/to/chrome npm test\n\n' +
      failures.filter((each) => each !== undefined).join('\n\n'),
  );
}

/** @returns what went wrong */
function byPlaywright(): string | undefined {
  return quietly(process.execPath, [scriptOf('playwright-core', 'cli.js'), 'install', 'chromium']);
}

if (import.meta.main) console.log(chromiumPath());
