// A server process for tests that kill it: `node live-node.ts <database url>`; prints its port.
import { liveServer } from './live-server.ts';

const { port } = await liveServer(process.argv[2] ?? '');
process.stdout.write(`${port}\n`);
// It must not outlive the test that started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
