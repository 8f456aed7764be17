// Preview: the report as it would go out now, and what keeps it from being approved. Reads, writes nothing.
import type { Proof, PublicCalls } from '../rules/public-calls.ts';
import { TABS } from '../rules/register/tabs.ts';
import { previewReport as preview } from '../rules/reporting/preview.ts';
import { readTabs } from './google-shell.ts';
import type { PublicSetup } from './public-setup.ts';
import { settingOf } from './setup.ts';

/** The preview of the report under way, or of the one named. */
export async function previewReport(
  { register, report }: Proof & PublicCalls['previewReport']['in'],
  setup: PublicSetup,
): Promise<PublicCalls['previewReport']['out']> {
  const setting = settingOf(setup, setup.now());
  const { reading } = await readTabs(setup.clients.sheets, register, Object.values(TABS));
  return preview(reading, setting, report);
}
