// Vitest runs this before every test file of the server.
import { endWithEachFile } from './end-of-file.ts';

endWithEachFile();
