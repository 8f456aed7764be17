// Preview: the report as it would go out now, and what keeps it from being approved. Reads, writes nothing.
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { SUPERIOR_TABS } from '../rules/register/superior-tabs.ts';
import { TABS } from '../rules/register/tabs.ts';
import { previewReport as preview } from '../rules/reporting/preview.ts';
import { previewSuperior } from '../rules/reporting/superior-preview.ts';
import { isSuperior } from './any-turn.ts';
import { readTabs } from './google-shell.ts';
import { hearUnits } from './hear-units.ts';
import type { PublicSetup } from './public-setup.ts';
import { settingOf } from './setup.ts';

/** The preview of the report under way, or of the one named. */
export async function previewReport(
  { register, report }: Proof & PublicCalls['previewReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['previewReport']['out']> {
  const setting = settingOf(setup, setup.now());
  if (await isSuperior(register, setup)) {
    const units = await hearUnits(register, setup, setting);
    const { reading } = await readTabs(setup.clients.sheets, register, Object.values(SUPERIOR_TABS));
    return previewSuperior(reading, units?.heard ?? new Map(), setting, report);
  }
  const { reading } = await readTabs(setup.clients.sheets, register, Object.values(TABS));
  return preview(reading, setting, report);
}
