// "Dòng nào đứng sau số này?": codes of the records behind a figure, each leading to its row. Names stay in the sheet.
import type { RecordsBehind } from '../../../rules/reporting/panel-content.ts';
import { fetched } from '../answers.ts';
import { button, el, fill } from '../elements.ts';
import { jumpButton } from '../jump.ts';
import { COMMON, PANEL } from '../labels.ts';
import { panelRecords } from '../server.ts';

const AT_FIRST = 40;

/** A button that opens and closes the list below it; what is listed is asked for at each opening. */
export function recordsButton(text: string, target: string, club?: string): HTMLElement {
  const place = el('div', { class: 'records', hidden: true });
  const toggle = (): void => {
    const opens = place.hidden;
    place.hidden = !opens;
    opener.setAttribute('aria-expanded', String(opens));
    if (opens)
      fetched(
        place,
        PANEL.recordsWaiting,
        () => panelRecords(target, club),
        (behind) => draw(place, behind),
      );
    else fill(place);
  };
  const opener = button(text, toggle, { class: 'link', 'aria-expanded': 'false' });
  return el('div', {}, opener, place);
}

function draw(place: HTMLElement, { groups }: RecordsBehind): void {
  if (groups.length === 0) fill(place, el('p', {}, PANEL.noRecords));
  else
    fill(
      place,
      groups.flatMap(({ label, records }) => [el('h4', {}, PANEL.group(label, records.length)), codes(records)]),
    );
}

type Records = RecordsBehind['groups'][number]['records'];

function codes(records: Records): HTMLElement {
  const list = el('ul', { class: 'codes' });
  const show = (shown: Records): void =>
    fill(
      list,
      shown.map(({ code, at }) => el('li', {}, at === undefined ? code : jumpButton(code, at, 'sidebar', COMMON.goToRow(code)))),
      shown.length === records.length
        ? undefined
        : el(
            'li',
            {},
            button(PANEL.allRecords(records.length), () => show(records), { class: 'link' }),
          ),
    );
  show(records.slice(0, AT_FIRST));
  return list;
}
