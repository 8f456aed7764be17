// What a person may do in the sending mailbox while a turn is at work: delete a published draft, send it, or edit it.
import type { Scenario, State, Step } from './explore.ts';
import { send, without } from './world.ts';

export type Act = 'deletes the draft' | 'sends the draft' | 'edits the draft';

/** Each act the scenario allows, on each draft that a marker names and that is still there. */
export function* actsOfAPerson(state: State, scenario: Scenario): Generator<Step> {
  const published = new Set(Object.values(state.world.markers).map(({ draft }) => draft));
  for (const draft of published) {
    const held = state.world.drafts[draft];
    if (!held) continue;
    for (const act of scenario.person ?? []) {
      const rest = without(state.world.drafts, draft);
      const world = {
        'deletes the draft': { ...state.world, drafts: rest },
        'sends the draft': send(draft, state.world, {}, 'by hand').world,
        'edits the draft': { ...state.world, drafts: { ...rest, [`${draft} edited`]: held } }, // Gmail may give it a new id
      }[act];
      yield { label: `a person ${act}`, state: { ...state, world, person: act } };
    }
  }
}
