import { Server, endAll } from '/work/main/tests/web/support.mjs';
import { story } from '/work/main/tests/e2e/story.mjs';
const server = await Server.start();
try { const r = await story(server); console.log(r.figures, r.request.state, r.request.stars); } catch (e) { console.log(e); }
await endAll(); process.exit(0);
