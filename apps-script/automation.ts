// Standalone mode: the hourly trigger, and whose it is. Only its owner's mailbox sends; everybody else's runs record and show.
import { Problem } from '../rules/problem.ts';

const OWNER = 'ishc.owner';
/** The function that the trigger calls, as the bundle exports it. */
const TURN = 'hourlyTurn';

const properties = (): GoogleAppsScript.Properties.Properties => PropertiesService.getDocumentProperties();

/** Who this run acts as. */
export const actingAs = (): string => Session.getEffectiveUser().getEmail();

/** Whose mailbox sends; undefined while nobody has switched it on. */
export const automationOwner = (): string | undefined => properties().getProperty(OWNER) ?? undefined;

const ownTriggers = () => ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === TURN);

/** Installs the hourly trigger for the person at the keyboard. Throws AUTOMATION_OTHERS where it is somebody else's. */
export function switchOn(): 'on' | 'already on' {
  const owner = automationOwner();
  const me = actingAs();
  if (owner !== undefined && owner !== me) throw new Problem('AUTOMATION_OTHERS', { owner });
  if (ownTriggers().length > 0) return 'already on';
  ScriptApp.newTrigger(TURN).timeBased().everyHours(1).create();
  properties().setProperty(OWNER, me);
  return 'on';
}

/** Removes it. Throws AUTOMATION_OTHERS where it is somebody else's: Google shows a person only their own triggers. */
export function switchOff(): 'off' | 'was off' {
  const owner = automationOwner();
  if (owner !== undefined && owner !== actingAs()) throw new Problem('AUTOMATION_OTHERS', { owner });
  const triggers = ownTriggers();
  for (const trigger of triggers) ScriptApp.deleteTrigger(trigger);
  properties().deleteProperty(OWNER);
  return triggers.length > 0 ? 'off' : 'was off';
}
