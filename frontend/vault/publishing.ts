// New keys on their way to the key log. Only the former keys can sign them in, and those are at hand
// for a moment: so the line is made then, and waits on this device until the server has it.
import { noteLog, syncLog } from "./directory.ts";
import type { Here } from "./here.ts";
import { change } from "./ledger.ts";

/** Publish the line that waits, and write the contents with the new keys. False: none waited. */
export async function publishWaiting(here: Here): Promise<boolean> {
  const known = await here.store.get("known", here.person);
  if (!known?.line) {
    return false;
  }
  const { line } = known;
  if (!(await syncLog(here)).lines.includes(line)) {
    await here.server.publish(line);
    await syncLog(here);
  }
  await noteLogInContents(here);
  const { line: _, ...rest } = (await here.store.get("known", here.person)) ?? known;
  await here.store.put("known", rest, here.person);
  return true;
}

/** Write down in the contents how far the log was checked. */
export async function noteLogInContents(here: Here): Promise<void> {
  await change(here, (contents) => {
    if (here.log) {
      noteLog(contents, here.log);
    }
    return {};
  });
}
