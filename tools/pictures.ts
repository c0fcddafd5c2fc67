// Takes the pictures of the README anew, from the built web app: `npm run tool pictures`.

import '../e2e/pictures.ts';
